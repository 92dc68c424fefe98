-- The words of the form, kept with the assessments that were filled in with them (ADR 52). The first definition holds those of
-- every assessment until then; later ones come from libs/terms when the program migrates. A definition never changes.
create table form_definitions (
  number smallint primary key,
  valid_from date not null,
  content jsonb not null
);

insert into form_definitions (number, valid_from, content) values (1, '2026-12-01', $form${
 "title": "Common assessment",
 "opening": [
  {
   "key": "people_present",
   "title": "Who was present",
   "questions": [
    {
     "key": "people",
     "label": "People",
     "kind": "rows",
     "columns": [
      {
       "key": "name",
       "label": "Name"
      },
      {
       "key": "role",
       "label": "Role"
      },
      {
       "key": "agency",
       "label": "Agency"
      }
     ]
    }
   ]
  },
  {
   "key": "reason",
   "title": "What led to this assessment",
   "questions": [
    {
     "key": "what_led",
     "label": "",
     "kind": "text"
    }
   ]
  },
  {
   "key": "family_and_home",
   "title": "Family and home",
   "questions": [
    {
     "key": "structure",
     "label": "The family",
     "kind": "text"
    },
    {
     "key": "lives_with",
     "label": "Who lives with the child",
     "kind": "text"
    }
   ]
  },
  {
   "key": "services",
   "title": "Services working with the child",
   "questions": [
    {
     "key": "services",
     "label": "Services",
     "kind": "rows",
     "columns": [
      {
       "key": "name",
       "label": "Service"
      },
      {
       "key": "contact",
       "label": "Contact"
      },
      {
       "key": "status",
       "label": "Status"
      }
     ]
    }
   ]
  }
 ],
 "domains": [
  {
   "key": "A",
   "title": "Development of the unborn baby, infant, child or young person",
   "elements": [
    {
     "key": "A1a",
     "label": "General health",
     "covers": "How well they are: illness or disability, jabs, seeing a GP, dentist and optician, keeping appointments, medicine, accidents and visits to hospital"
    },
    {
     "key": "A1b",
     "label": "Physical development",
     "covers": "How they are growing and moving: food, weight, exercise, using hands and body, sight, hearing, toilet training; for an unborn baby, care in pregnancy"
    },
    {
     "key": "A1c",
     "label": "Speech, language and communication",
     "covers": "How they understand others and make themselves understood: speaking, listening, signing, the language they like best, reading and writing for their age"
    },
    {
     "key": "A2",
     "label": "Emotional and social development",
     "covers": "How they feel and get on: closeness to others, mood, coping with change and upset, worries or fears, self-harm, caring how others feel"
    },
    {
     "key": "A3",
     "label": "Behavioural development",
     "covers": "How they behave at home, at school and outside: self-control, attention, risks they take, drink or drugs, trouble with the law, sexual behaviour, knowing what follows from what they do"
    },
    {
     "key": "A4",
     "label": "Identity, self-esteem, self-image and social presentation",
     "covers": "How they see themselves and are seen: confidence, race, faith, gender, sexuality, disability, belonging, appearance, and what bullying or prejudice has done"
    },
    {
     "key": "A5",
     "label": "Family and social relationships",
     "covers": "The people in their life: parents, brothers and sisters, friends of their age, anyone they care for, what they do for fun"
    },
    {
     "key": "A6",
     "label": "Self-care skills and independence",
     "covers": "What they can do for themselves: washing, dressing, eating, getting about, staying safe on the road and online, skills for living on their own"
    },
    {
     "key": "A7a",
     "label": "Learning: understanding, reasoning and solving problems",
     "covers": "How they think and find things out: play, curiosity, concentrating, getting organised, working things out"
    },
    {
     "key": "A7b",
     "label": "Learning: taking part in education, training or work",
     "covers": "Whether they are there and joining in: attendance, exclusion, interest in lessons, training or work, and adults who help them to take part"
    },
    {
     "key": "A7c",
     "label": "Learning: progress and achievement",
     "covers": "How they are getting on: milestones, reading and number, extra help at school and whatever holds them back"
    },
    {
     "key": "A7d",
     "label": "Learning: aspirations",
     "covers": "What they hope for: ambitions, plans, drive, confidence, and how they see their own progress"
    }
   ]
  },
  {
   "key": "B",
   "title": "Parents and carers",
   "elements": [
    {
     "key": "B1",
     "label": "Basic care, safety and protection",
     "covers": "Whether day-to-day needs are met: food, warmth, clothes, cleanliness, medical care, someone watching over them, safety at home and protection from harm"
    },
    {
     "key": "B2",
     "label": "Emotional warmth and stability",
     "covers": "Love and steadiness: affection, praise, being comforted, the same people caring for them, moves of home"
    },
    {
     "key": "B3",
     "label": "Guidance, boundaries and stimulation",
     "covers": "Routines and limits: examples set, how rules are kept, play and outings, help with learning, room to grow up"
    }
   ]
  },
  {
   "key": "C",
   "title": "Family and environment",
   "elements": [
    {
     "key": "C1",
     "label": "Family history, functioning and well-being",
     "covers": "What the family has lived through and how it works now: illness, loss, separation, domestic abuse, mental health, disability, drink or drugs, crime, children who care for others"
    },
    {
     "key": "C2",
     "label": "Wider family",
     "covers": "Grandparents, parents who live elsewhere and other relatives: who helps, who does not, and who could"
    },
    {
     "key": "C3",
     "label": "Housing, employment and money",
     "covers": "The home and the money: who owns or rents it, space, repairs, risk of losing it, work and hours, benefits, debt, going without"
    },
    {
     "key": "C4",
     "label": "Social and community life, including education",
     "covers": "Life around the home: neighbours, transport, being cut off, local services, childcare, clubs, faith and community groups, harassment, links with school"
    }
   ]
  }
 ],
 "closing": [
  {
   "key": "conclusions",
   "title": "Conclusions",
   "questions": [
    {
     "key": "strengths_summary",
     "label": "Strengths and resources",
     "kind": "text"
    },
    {
     "key": "needs_summary",
     "label": "Needs",
     "kind": "text"
    },
    {
     "key": "needs_category",
     "label": "Category of need",
     "kind": "choice",
     "list": "needs_category"
    },
    {
     "key": "goals",
     "label": "How we will know that things have improved",
     "kind": "text"
    }
   ]
  },
  {
   "key": "comments",
   "title": "Comments from the child and the parent",
   "questions": [
    {
     "key": "child_comment",
     "label": "Child or young person’s comment",
     "kind": "comment",
     "list": "missing_comment"
    },
    {
     "key": "parent_comment",
     "label": "Parent or carer’s comment",
     "kind": "comment",
     "list": "missing_comment"
    }
   ]
  }
 ],
 "passage": [
  {
   "key": "strengths",
   "label": "Strengths"
  },
  {
   "key": "needs",
   "label": "Needs"
  },
  {
   "key": "childsWords",
   "label": "In the child’s own words"
  },
  {
   "key": "notExploredBecause",
   "label": "Not discussed"
  },
  {
   "key": "evidence",
   "label": "Source"
  },
  {
   "key": "levelIndicator",
   "label": "Suggested level"
  }
 ],
 "lists": {
  "needs_category": [
   {
    "key": "none",
    "label": "No additional needs"
   },
   {
    "key": "additional",
    "label": "Additional needs"
   },
   {
    "key": "complex",
    "label": "Complex needs"
   },
   {
    "key": "risk_of_harm",
    "label": "Risk of harm to self or others"
   }
  ],
  "missing_comment": [
   {
    "key": "too_young",
    "label": "Too young"
   },
   {
    "key": "chose_not_to",
    "label": "Chose not to comment"
   },
   {
    "key": "absent",
    "label": "Not present"
   },
   {
    "key": "not_asked",
    "label": "Not asked"
   }
  ],
  "topic": [
   {
    "key": "mental_health",
    "label": "Mental health"
   },
   {
    "key": "sexual_health",
    "label": "Sexual health"
   },
   {
    "key": "substance_misuse",
    "label": "Drugs and alcohol"
   },
   {
    "key": "domestic_abuse",
    "label": "Domestic abuse"
   },
   {
    "key": "offending",
    "label": "Offending"
   },
   {
    "key": "immigration",
    "label": "Immigration"
   },
   {
    "key": "adult_health",
    "label": "An adult’s health"
   }
  ]
 }
}$form$);

alter table assessments add column form_number smallint not null default 1
  -- squawk-ignore adding-foreign-key-constraint
  references form_definitions on delete restrict;
