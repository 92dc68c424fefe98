-- One notion of "the same name", for search, likely duplicates, index questions, the directory, and the order of lists. It
-- rests on tables and normal forms, never on the locale of the cluster.

-- Without case, accents, apostrophes and the choice of hyphen or space: "O’Dowd-Żak" is "odowd zak". Other scripts stay.
create function access.folded_name(name text) returns text
  language plpgsql stable parallel safe set search_path = ''
  as $$
begin
  if octet_length(name) = length(name) then
    return btrim(regexp_replace(translate(lower(name collate "C"), '''`', ''), '[^a-z0-9]+', ' ', 'g'));
  end if;
  return (select btrim(regexp_replace(coalesce(string_agg(
      coalesce((select l.folded from platform.letters l where l.letter = c.letter collate "C"), c.letter), '' order by c.place), ''),
      ' +', ' ', 'g'))
    from string_to_table(normalize(name, nfkc), null) with ordinality c (letter, place));
end $$;

-- The same in Latin letters, whatever the script.
create function access.latin_name(folded text) returns text
  language plpgsql stable parallel safe set search_path = ''
  as $$
begin
  if octet_length(folded) = length(folded) then return folded; end if;
  return (select btrim(regexp_replace(coalesce(string_agg(
      coalesce((select l.latin from platform.letters l where l.letter = c.letter collate "C"),
        case when octet_length(c.letter) = 1 then c.letter end), '' order by c.place), ''), ' +', ' ', 'g'))
    from string_to_table(folded, null) with ordinality c (letter, place));
end $$;

-- The words of a name, each Mc written Mac.
create function access.split_name(name text) returns text[]
  language sql stable parallel safe set search_path = ''
  as $$
    select coalesce(array_agg(regexp_replace(w.word, '^mc(?=[a-z]{2})', 'mac') order by w.place), '{}')
    from string_to_table(access.folded_name(name), ' ') with ordinality w (word, place) where w.word <> ''
  $$;

-- The words that a name is found by: those of both parts, and neighbours within a part run together (Mary Ann, Mac Donald).
-- Names written without spaces, as in Chinese, are found by the whole as well.
create function access.name_words(given text, family text) returns text[]
  language sql stable parallel safe set search_path = ''
  as $$
    with parts as (
      select access.split_name(given) as words union all select access.split_name(family)
      union all
      select array[a, b] from (select array_to_string(access.split_name(family), '') as a, array_to_string(access.split_name(given), '') as b) w
      where octet_length(a) > length(a) and octet_length(b) > length(b) and length(a || b) <= 6)
    select coalesce(array_agg(distinct w.word collate "C"), '{}') from (
      select unnest(p.words) as word from parts p
      union all
      select regexp_replace(p.words[i] || p.words[i + 1], '^mc(?=[a-z]{2})', 'mac')
      from parts p, generate_series(1, cardinality(p.words) - 1) i) w
  $$;

-- The consonants of a word, with letters of one sound as one: Shevchenko and Schewtschenko are alike. Begins with "s".
create function access.consonants(latin text) returns text
  language sql immutable parallel safe set search_path = ''
  as $$
    select 's' || left(w, 1) || regexp_replace(regexp_replace(
      translate(substr(w, 2), 'aeiouy', ''), '(.)\1+', '\1', 'g'), 'h$', '')
    from (select translate(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
        regexp_replace(regexp_replace(latin, '^[aeiouy]+', 'a'), '([aeiou])m(?=[gkcj])', '\1n', 'g'),
        'tsch', 'x'), 'sch', 'x'), 'tch', 'x'), 'sh', 'x'), 'ch', 'x'), 'zh', 'x'), 'ph', 'f'), 'kh', 'k'), 'gh', 'g'),
        'th', 't'), 'dh', 'd'), 'bh', 'b'), 'cqgzwj', 'kkksvx') as w) l
  $$;

-- By what a word sounds or is mistyped like: its consonants, two codes of sound, and its letters in order of the alphabet.
create function access.name_sounds(latin text) returns text[]
  language sql stable parallel safe set search_path = ''
  as $$
    select coalesce(array_agg(distinct s.code collate "C"), '{}') from (values
      (access.consonants(latin)), ('d' || public.dmetaphone(latin)), ('d' || public.dmetaphone_alt(latin)),
      ('a' || (select string_agg(c, '' order by c collate "C") from string_to_table(latin, null) c))) s (code)
    where length(s.code) > 2
  $$;

-- The order of the alphabet: Ö beside O, case ignored, other scripts where their Latin letters fall. Bytes, which every
-- cluster orders alike.
create function access.name_order(name text) returns bytea
  language sql stable parallel safe set search_path = ''
  as $$ select convert_to(access.latin_name(access.folded_name(name)), 'UTF8') || '\x00'::bytea || convert_to(name, 'UTF8') $$;

-- Does a name hold every word sought, wherever in it, with or without its accents, or in Latin letters?
create function access.name_has(name text, sought text) returns boolean
  language sql stable parallel safe set search_path = ''
  as $$
    select coalesce(bool_and(position(w.word in n.folded) > 0 or position(l.latin in n.latin) > 0
        or position(w.word in n.joined) > 0), true)
    from (select f.folded, access.latin_name(f.folded) as latin, replace(f.folded, ' ', '') as joined
      from (select array_to_string(access.split_name(name), ' ') as folded) f) n,
      unnest(access.split_name(sought)) w (word), lateral (select access.latin_name(w.word)) l (latin)
    where l.latin <> ''  or w.word <> ''
  $$;

-- What a search compares as one name: the same words in any order, in whichever script or spelling of accents. A word of
-- which there are no Latin letters counts as it is. libs/platform/names/same-name.ts does the same.
create function access.same_name(name text) returns text
  language sql stable parallel safe set search_path = ''
  as $$
    select coalesce(string_agg(l.word, ' ' order by l.word collate "C"), '')
    from unnest(access.split_name(name)) w (word), access.latin_name(w.word) n (latin),
      unnest(case n.latin when '' then array[w.word] else access.split_name(n.latin) end) l (word)
  $$;

-- The words of names near each word sought, and how near, from 0 to 1: the same 1, the same in Latin letters 0.97, a
-- nickname 0.92, then spelling, beginning and sound.
create function access.similar_words(sought text[]) returns table (place integer, word text, weight real)
  language plpgsql security definer set search_path = ''
  as $$
begin
  perform set_config('pg_trgm.similarity_threshold', '0.25', true);
  return query
    with s as (
      select w.place::integer, w.word collate "C" as word, access.latin_name(w.word) collate "C" as latin,
        access.name_sounds(access.latin_name(w.word)) as sounds
      from unnest(sought) with ordinality w (word, place)
    ), near as (
      select s.place, v.word, 1.0 as weight from s join public.name_words v on v.word = s.word
      union all
      select s.place + d.n, v.word, 1.0 from s join s t on t.place = s.place + 1
        join public.name_words v on v.word = regexp_replace(s.word || t.word, '^mc(?=[a-z]{2})', 'mac') collate "C"
        cross join (values (0), (1)) d (n)
      union all
      select s.place, v.word, 0.97 from s join public.name_words v on v.latin = s.latin where s.latin <> ''
      union all
      select s.place, v.word, 0.92 from s join platform.nicknames a on a.word = s.latin
        join platform.nicknames b on b.line = a.line join public.name_words v on v.latin = b.word
      union all
      select s.place, v.word, 0.8 from s join public.name_words v
        on v.latin >= s.latin and v.latin < s.latin || '~' where length(s.latin) >= 3
      union all
      select s.place, v.word, 0.5 + 0.42 * l.likeness from s join public.name_words v on v.latin operator(public.%) s.latin
        cross join lateral (select 1 - public.levenshtein(left(v.latin, 100), left(s.latin, 100))::numeric
          / greatest(least(length(v.latin), 100), least(length(s.latin), 100), 1)) l (likeness)
        where length(s.latin) >= 3 and l.likeness >= 0.6
      union all
      select s.place, v.word, 0.55 + 0.25 * l.likeness from s join public.name_words v on v.sounds && s.sounds
        cross join lateral (select 1 - public.levenshtein(left(v.latin, 100), left(s.latin, 100))::numeric
          / greatest(least(length(v.latin), 100), least(length(s.latin), 100), 1)) l (likeness)
        where length(s.latin) >= 3 or octet_length(s.word) > length(s.word)
    ), best as (
      select n.place, n.word, max(n.weight)::real as weight,
        row_number() over (partition by n.place order by max(n.weight) desc, n.word collate "C") as nth
      from near n group by n.place, n.word)
    select b.place, b.word, b.weight from best b where b.nth <= 60;
end $$;

grant execute on function access.folded_name(text), access.latin_name(text), access.split_name(text), access.name_order(text),
  access.name_has(text,text), access.same_name(text) to bridges_app, bridges_auth, bridges_reach, bridges_loader;
grant execute on function access.name_words(text,text), access.consonants(text), access.name_sounds(text),
  access.similar_words(text[]) to bridges_reach;
grant select on platform.letters to bridges_app, bridges_auth, bridges_reach, bridges_loader;
grant select on platform.nicknames, platform.name_rules to bridges_reach;
