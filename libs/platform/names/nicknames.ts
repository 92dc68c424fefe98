/** Given names that stand for one another in everyday use in Britain and Ireland: search treats a line as near. */
const LINES = `
abigail abbie abby abi gail
abdul abdullah abdallah
adam addy
agnes aggie nessa
aisha ayesha aysha aisa
alan allan allen al
albert bert bertie al
alexander alex alec alasdair alistair alastair sandy xander lex sasha ali
alexandra alex alexa lexi lexie sandra sasha sandy ali
alfred alf alfie fred freddie
alice ali alicia
alison ali allison
amanda mandy mandi
amelia amy millie milly mel
andrew andy drew
angela angie ange
ann anne anna annie ana hannah nan
anthony tony antony ant
antonia toni tonia
archibald archie
arthur art artie
barbara barb barbie babs
barnaby barney
bartholomew bart
beatrice bea beatrix trixie
benjamin ben benny benji
bernard bernie
bernadette bernie
bethany beth
bradley brad
bridget bridie biddy
caitlin kate katie cait
caroline carol carrie caz
catherine katherine kathryn katharine kate katie kathy cathy cath kath kit kitty kaye
cassandra cassie cass
cecilia cissy celia
charles charlie chas chuck charley
charlotte charlie lottie lotte charley
christina christine chris chrissie tina kirsty
christopher chris kit topher
clara claire clare
constance connie
cornelius con neil
cynthia cindy
daniel dan danny
danielle dani danni
david dave davy dai davie dawud
deborah debbie debs deb debra
dennis denny den
dominic dom nic
donald don donnie
dorothy dot dottie dolly thea
douglas doug dougie
edward ed eddie ted teddy ned
edwin ed eddie
eleanor ellie nell nora elle elinor eleanora
elizabeth liz lizzie beth betty eliza elsie libby lisa bess bessie elspeth betsy elisabeth lizzy ellie liza
ellen ellie nell nellie
emily em emmy millie
emma em emmy
eric rick
ernest ernie
esther essie hester
eugene gene
evelyn eve evie
fatima fatimah fatema fatma
florence flo florrie flossie
frances fran franny francesca frankie cesca
francis frank frankie
francesca fran chess cesca frankie
frederick fred freddie freddy
gabriel gabe
gabrielle gabby gabriella ella
gareth gary gaz
geoffrey geoff jeffrey jeff
george georgie
georgina georgie gina georgia
gerald gerry jerry ged gerard
gillian jill gill jilly
graham graeme gra
grace gracie
gregory greg
gwendolen gwen wendy
harold harry hal
harriet hattie harri
harrison harry
helen nell ellen helena lena
henry harry hal hank
hugh hughie huw hugo
ian iain
imogen immy
isaac zac ike
isabel isabella isabelle bella belle izzy issy ella
jacob jake jakub
jacqueline jackie jacqui
james jim jimmy jamie jem
jane janie jenny janet
janet jan
jasmine jas jazz yasmin
jean jeanie
jennifer jen jenny jenni
jeremy jerry jez jem
jessica jess jessie
joan joanie
joanna jo joanne joey
john jon johnny jack ian sean johnnie
jonathan jon jonny nathan
joseph joe joey jo yusuf yousef
josephine jo josie
joshua josh
judith judy jude
julia julie jules
julian jules
karen kaz
katrina kat trina
kayleigh kay kaylee
kenneth ken kenny
kevin kev
kimberley kim kimberly
kirsten kirsty
laurence larry lawrence laurie
lauren laura laurie
leonard len lenny leo
lewis lew louis louie luis
lillian lily lil lilly
louise lou louisa lulu
lucy lucinda lucia lulu
luke lucas
lydia liddy
madeleine maddie maddy madeline
malcolm mal calum callum
margaret maggie meg megan peggy peg marge margie mags madge greta rita daisy
maria marie mary mia maryam mariam
marian marion
marjorie marge margie
martha mattie patty
martin marty
martina tina
mary molly polly may mamie maria
matilda tilly mattie maud
matthew matt matty mathew
maureen mo
maurice mo morris
maxwell max maximilian
melanie mel
melissa mel missy lissa
michael mike mick micky mickey mikey mitch
michelle shell shelly chelle
mildred millie
mohammed muhammad mohamed mohammad muhammed mohamad mo
molly mollie
nancy nan ann
natalie nat natasha
natasha tasha nat
nathaniel nathan nat nate
neil niall neal
nicholas nick nicky nico nicolas
nicola nicky nikki nic
oliver ollie olly
olivia liv livvy ollie
oscar ozzy
pamela pam
patricia pat patsy trish tricia patty paddy
patrick pat paddy padraig rick
paul pauly
pauline paula
penelope penny
peter pete
philip phil phillip pip
philippa pippa pip
phoebe fifi
phyllis phyl
priscilla cilla
rachel rach rae
raymond ray
rebecca becky becca bex bec
reginald reg reggie
richard rick ricky dick rich richie
robert rob bob bobby robbie bert robin
roberta bobbie
roderick rod roddy
rodney rod
roger rodge
roland roly
ronald ron ronnie
rosemary rose rosie romy
rupert bert
russell russ
ruth ruthie
samantha sam sammy
samuel sam sammy
sarah sally sadie sara sal
saoirse seersha
sebastian seb bas
sean shaun shawn shane john
shirley shirl
sidney sid sydney
simon si
siobhan shivaun shevaun
sinead shinaid
niamh neve neave
sophia sophie sofia
stanley stan
stephanie steph steffi stevie
stephen steve steven stevie
stewart stuart stu
susan sue susie suzie suzanne susanna
suzanne sue suzy
sylvia sylvie
tabitha tabby
terence terry tel
teresa theresa terry tess tessa tracy
thaddeus thad
theodore theo ted teddy
thomas tom tommy
timothy tim timmy
tobias toby
valerie val
vanessa nessa
veronica ronnie vera
victor vic
victoria vicky vicki tori vikki
vincent vince vinny
violet vi
virginia ginny
vivian viv vivienne
walter wally walt
wilfred wilf
william will bill billy willie liam gwilym
winifred win winnie
yvonne evie
yusuf yousuf yousef yusef
zachary zach zac zak zack
zainab zaynab zeinab
husain hussain hussein husayn
ahmed ahmad ahmet
omar umar
ibrahim abraham ebrahim abe
yahya john
ewan euan ewen
rhys reece rees reese
aleksander alex olek
katarzyna kasia kate
malgorzata gosia margaret
agnieszka aga
jakub kuba jacob
wojciech wojtek
stanislaw staszek
oleksandr sasha olexandr alexander
volodymyr vova vladimir
mykhailo misha michael
kateryna katya
`;

/** Each nickname with the number of the line it stands on; a name may be on several. */
export function nicknames(): { word: string; line: number }[] {
  return LINES.trim()
    .split('\n')
    .flatMap((words, line) => [...new Set(words.split(' '))].map((word) => ({ word, line })));
}
