import type { AssessmentElement } from './assessment-element.js';

/** Prompts for a conversation about each element; none has to be answered. */
export const ASSESSMENT_ELEMENT_COVERAGE: Readonly<Record<AssessmentElement, string>> = {
  A1a: 'How well they are: illness or disability, jabs, seeing a GP, dentist and optician, keeping appointments, medicine, accidents and visits to hospital',
  A1b: 'How they are growing and moving: food, weight, exercise, using hands and body, sight, hearing, toilet training; for an unborn baby, care in pregnancy',
  A1c: 'How they understand others and make themselves understood: speaking, listening, signing, the language they like best, reading and writing for their age',
  A2: 'How they feel and get on: closeness to others, mood, coping with change and upset, worries or fears, self-harm, caring how others feel',
  A3: 'How they behave at home, at school and outside: self-control, attention, risks they take, drink or drugs, trouble with the law, sexual behaviour, knowing what follows from what they do',
  A4: 'How they see themselves and are seen: confidence, race, faith, gender, sexuality, disability, belonging, appearance, and what bullying or prejudice has done',
  A5: 'The people in their life: parents, brothers and sisters, friends of their age, anyone they care for, what they do for fun',
  A6: 'What they can do for themselves: washing, dressing, eating, getting about, staying safe on the road and online, skills for living on their own',
  A7a: 'How they think and find things out: play, curiosity, concentrating, getting organised, working things out',
  A7b: 'Whether they are there and joining in: attendance, exclusion, interest in lessons, training or work, and adults who help them to take part',
  A7c: 'How they are getting on: milestones, reading and number, extra help at school and whatever holds them back',
  A7d: 'What they hope for: ambitions, plans, drive, confidence, and how they see their own progress',
  B1: 'Whether day-to-day needs are met: food, warmth, clothes, cleanliness, medical care, someone watching over them, safety at home and protection from harm',
  B2: 'Love and steadiness: affection, praise, being comforted, the same people caring for them, moves of home',
  B3: 'Routines and limits: examples set, how rules are kept, play and outings, help with learning, room to grow up',
  C1: 'What the family has lived through and how it works now: illness, loss, separation, domestic abuse, mental health, disability, drink or drugs, crime, children who care for others',
  C2: 'Grandparents, parents who live elsewhere and other relatives: who helps, who does not, and who could',
  C3: 'The home and the money: who owns or rents it, space, repairs, risk of losing it, work and hours, benefits, debt, going without',
  C4: 'Life around the home: neighbours, transport, being cut off, local services, childcare, clubs, faith and community groups, harassment, links with school',
};
