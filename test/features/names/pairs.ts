/** A child as recorded, and as another practitioner writes the same child down. All are invented. */
export interface Pair {
  readonly stored: readonly [given: string, family: string, born: string];
  readonly sought: string;
  readonly born?: string;
  readonly because: string;
}

export const PAIRS: readonly Pair[] = [
  { stored: ['আনিকা', 'রহমান', '2017-05-03'], sought: 'আনিকা রহমান', because: 'Bengali, as stored' },
  { stored: ['محمد', 'الحسن', '2016-02-11'], sought: 'محمد الحسن', because: 'Arabic, as stored' },
  { stored: ['小明', '王', '2015-07-21'], sought: '王 小明', because: 'Chinese, family name first' },
  { stored: ['美玲', '陳', '2015-08-21'], sought: '陳美玲', because: 'Chinese, without a space' },
  { stored: ['Тарас', 'Шевченко', '2014-03-09'], sought: 'шевченко тарас', because: 'Cyrillic, other order and case' },
  { stored: ['Дарья', 'Ковальчук', '2013-03-09'], sought: 'Darya Kovalchuk', because: 'Cyrillic, sought in Latin letters' },
  { stored: ['Yuliya', 'Bondarenko', '2012-01-30'], sought: 'Юлия Бондаренко', because: 'Latin, sought in Cyrillic' },
  { stored: ['নাদিয়া', 'আক্তার', '2012-11-12'], sought: 'Nadia Akter', because: 'Bengali, sought in Latin letters' },
  { stored: ['محمد', 'رشيد', '2012-12-12'], sought: 'Mohammed Rashid', because: 'Arabic, sought in Latin letters' },
  { stored: ['Ελένη', 'Παπαδάκη', '2011-10-09'], sought: 'Eleni Papadaki', because: 'Greek, sought in Latin letters' },
  { stored: ['דוד', 'כהן', '2010-10-09'], sought: 'דוד כהן', because: 'Hebrew, as stored' },
  { stored: ['ਗੁਰਪ੍ਰੀਤ', 'ਸਿੰਘ', '2011-04-13'], sought: 'Gurpreet Singh', because: 'Punjabi, sought in Latin letters' },
  { stored: ['Şule', 'Öztürk', '2013-06-17'], sought: 'Sule Ozturk', because: 'accents left out' },
  { stored: ['Łukasz', 'Żak', '2012-06-17'], sought: 'Lukasz Zak', because: 'Polish letters left out' },
  { stored: ['Bjork', 'Agren', '2012-06-18'], sought: 'Björk Ågren', because: 'accents added' },
  { stored: ['Élie', 'Ünal', '2011-06-18'], sought: 'Elie Unal', because: 'capital accents left out' },
  { stored: ['Zoe\u0308', 'Trần', '2014-06-18'], sought: 'Zo\u00eb Tran', because: 'another normal form' },
  { stored: ['Sören', 'Straßmann', '2014-01-18'], sought: 'Soren Strassmann', because: 'ß as ss' },
  { stored: ['Bríd', 'O’Dowda', '2014-02-28'], sought: "Brid O'Dowda", because: 'another apostrophe' },
  { stored: ['Aoife', 'O’Shaughnessy', '2014-02-27'], sought: 'Aoife OShaughnessy', because: 'no apostrophe' },
  { stored: ['Anne-Marie', 'Lovelace-Holm', '2015-02-27'], sought: 'Annemarie Lovelace Holm', because: 'hyphens left out' },
  { stored: ['Fergus', 'MacAllister', '2015-03-27'], sought: 'Fergus McAllister', because: 'Mc for Mac' },
  { stored: ['Iona', 'McLintock', '2015-04-27'], sought: 'Iona Mac Lintock', because: 'Mac apart' },
  { stored: ['Chen', 'Wei Ling', '2016-04-27'], sought: 'Wei Ling Chen', because: 'names changed over' },
  { stored: ['Okonkwo', 'Chidinma', '2016-05-27'], sought: 'Chidinma Okonkwo', because: 'names changed over' },
  { stored: ['Elizabeth', 'Thornbury', '2016-06-27'], sought: 'Lizzie Thornbury', because: 'nickname' },
  { stored: ['Bill', 'Haverstock', '2016-07-27'], sought: 'William Haverstock', because: 'nickname stored' },
  { stored: ['Muhammad', 'Iqbal', '2016-08-27'], sought: 'Mohammed Iqbal', because: 'another spelling of one name' },
  { stored: ['Katarzyna', 'Wolska', '2016-09-27'], sought: 'Kasia Wolska', because: 'Polish nickname' },
  { stored: ['Tabitha', 'Greenacre', '2017-09-27'], sought: 'Tabihta Greenacre', because: 'letters changed over' },
  { stored: ['Dominic', 'Featherstone', '2017-10-27'], sought: 'Domnic Fetherstone', because: 'letters left out' },
  { stored: ['Jemima', 'Rookwood', '2017-11-27'], sought: 'Jemimah Rockwood', because: 'a letter added and one changed' },
  { stored: ['Gethin', 'Llewellyn', '2017-12-27'], sought: 'Gethin Lewelyn', because: 'double letters' },
  { stored: ['Niamh', 'Gallagher', '2018-01-27'], sought: 'Neve Gallacher', because: 'as it sounds' },
  { stored: ['Geoffrey', 'Phillips', '2018-02-22'], sought: 'Jeffrey Filips', because: 'as it sounds' },
  { stored: ['Siobhan', 'Kearney', '2018-03-22'], sought: 'Shivaun Kearny', because: 'as it sounds' },
  { stored: ['Rowan', 'Silverdale', '2018-02-11'], sought: 'Rowan Silverdale', born: '2018-11-02', because: 'day and month changed over' },
  { stored: ['Wren', 'Applegarth', '2018-12-03'], sought: 'Ren Aplegarth', born: '2018-03-12', because: 'mistyped, day and month changed over' },
  { stored: ['Mary Ann', 'Pettigrew', '2018-05-22'], sought: 'Maryann Pettigrew', because: 'two names as one' },
  { stored: ['Sukarno', '', '2018-06-22'], sought: 'Sukarno', because: 'one name only' },
]; // prettier-ignore

/** Children who moved house: sought with the postcode of their new home, or of the old one. */
export const MOVED: readonly Pair[] = [
  { stored: ['Ottoline', 'Fairweather', '2016-01-20'], sought: 'Ottoline Fairwether', because: 'moved, letter left out' },
  { stored: ['Yasmin', 'Chaudhry', '2015-01-24'], sought: 'Yasmeen Choudhury', because: 'moved, another spelling' },
  { stored: ['حسين', 'الكعبي', '2014-02-19'], sought: 'الكعبي حسين', because: 'moved, names changed over' },
]; // prettier-ignore

/** Common names, for children among whom the right one has to be found. */
export const COMMON = {
  given: ['Olivia', 'Noah', 'Amelia', 'George', 'Isla', 'Leo', 'Ava', 'Arthur', 'Lily', 'Oscar', 'Freya', 'Harry', 'Ivy', 'Jack', 'Mia', 'Archie', 'Grace', 'Theo', 'Sophie', 'Henry', 'Mohammed', 'Elizabeth', 'William', 'Tabitha', 'Aisha', 'Yusuf', 'Anna', 'Daniel', 'Sara', 'Adam'],
  family: ['Smith', 'Jones', 'Taylor', 'Brown', 'Williams', 'Wilson', 'Johnson', 'Davies', 'Patel', 'Wright', 'Walker', 'White', 'Edwards', 'Green', 'Hall', 'Thomas', 'Clarke', 'Khan', 'Ahmed', 'Singh', 'Hussain', 'Ali', 'Begum', 'Kaur', 'Nowak', 'Phillips', 'Campbell', 'MacDonald', 'Gallagher', 'Rashid', 'Chen', 'Wang', 'Iqbal', 'Cohen', 'Thornton', 'Greenwood', 'Silver', 'Holm', 'Holt', 'Kearns'],
}; // prettier-ignore

/** New children, none of whom is recorded: at most one of twenty may be asked about. */
export const NEWCOMERS: readonly (readonly [given: string, family: string])[] = [
  ['Olivia', 'Hartwell'], ['Noah', 'Pemberton'], ['Amara', 'Smith'], ['Georgia', 'Jones'], ['Isaac', 'Taylor'],
  ['Leona', 'Brownlow'], ['Eva', 'Wilsden'], ['Martha', 'Johnston'], ['Lila', 'Davison'], ['Oskari', 'Pateman'],
  ['Fleur', 'Wainwright'], ['Harley', 'Walkden'], ['Ines', 'Whitlock'], ['Jacqueline', 'Edmunds'], ['Maya', 'Greenhalgh'],
  ['Mustafa', 'Khatun'], ['Gretel', 'Ahmadi'], ['Theodora', 'Sindhu'], ['Saskia', 'Hossain'], ['Hans', 'Aliyev'],
]; // prettier-ignore
