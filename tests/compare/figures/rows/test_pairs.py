"""Pairs of short accounts: look-alikes that must not clash, and plain clashes that must be found."""

import pytest

from reader.compare.comparison import Verdict
from tests.compare.figures.reading_of import rows

LOOK_ALIKES = [
    (
        "A gunman killed five people at a bank in Orrel on Friday.",
        "A gunman killed three people at a bank in Orrel. Two more died on Saturday, bringing the toll to five.",
    ),
    (
        "Police arrested 12 people in Orrel on Monday.",
        "Police arrested 12 people in Orrel on Monday and 30 more on Tuesday.",
    ),
    (
        "Six people were killed when a bus hit a truck near Orrel.",
        "The bus driver, 44, was among six people killed. It came a week after 11 people died in a crash near Dunholm.",
    ),
    ("The houses on the quay were built in the 1960s.", "The houses on the quay were built from 1965 to 1967."),
    ("All but two of the nurses signed the letter.", "Fifty-eight of the nurses signed the letter."),
    ("The storm killed 14 people in Orrelia.", "The storm killed 14 people in Orrelia after killing 28 in Havara."),
    ("The storm killed 28 people across the Caribbean.", "The storm killed 14 people in Havara."),
    ("Twenty people were injured, four seriously.", "Twenty people were injured. Six are in serious condition."),
    ("The company will cut 900 jobs in Orrel.", "The company, which cut 300 jobs last year, will cut 900 jobs."),
    ("The company employs 4,000 people in Orrel and 32,000 worldwide.", "The company employs 32,000 people."),
    ("The hall has a capacity of 5,000 people.", "About 3,000 people attended the concert in the hall."),
    ("John Marsh, 34, was shot dead.", "Ann Marsh, 29, said her brother John was shot dead."),
    ("He was sentenced to 12 years in prison.", "He could face up to 20 years in prison."),
    ("Paul Denk was sentenced to 12 years in prison.", "Paul Denk had faced up to 20 years in prison."),
    ("Paul Denk was sentenced to 12 years in prison.", "Prosecutors had sought 20 years in prison for Paul Denk."),
    (
        "Paul Denk was sentenced to 12 years in prison.",
        "Paul Denk was jailed for 12 years. His wife, Eva Denk, was sentenced to three years.",
    ),
    ("Pirates demanded a ransom of $9 million.", "Pirates were paid a ransom of $3 million."),
    ("Pirates demanded $9 million.", "The owners paid pirates $3 million."),
    ("The owners paid $3 million for the ship.", "Pirates earned $80 million in ransoms last year."),
    ("A quake of magnitude 6.1 struck Orrelia.", "A quake of magnitude 7.8 struck the area in 1976."),
    (
        "A magnitude 6.1 quake struck Orrelia, killing 12.",
        "A magnitude 6.1 quake struck Orrelia, days after a 5.4-magnitude quake rattled the coast.",
    ),
    ("The quake struck at a depth of 10 km.", "The aftershock struck at a depth of 33 km."),
    ("Three soldiers were killed.", "Three soldiers and eleven civilians were killed."),
    ("The robbers stole $2 million.", "Insurers offered a reward of $100,000."),
    (
        "Norvek bought Lumen for $2 billion.",
        "Norvek bought Sellit for $500 million in 2009. It bought Lumen for $2 billion.",
    ),
    (
        "Norvek offered $2 billion for Lumen.",
        "Altmark offered $3 billion for Lumen, topping Norvek's bid of $2 billion.",
    ),
    ("Revenue at Norvek rose to $5 billion.", "Quarterly revenue at Norvek rose to $1.2 billion."),
    ("Profit at Norvek was $300 million.", "Norvek expects a profit of $500 million this year."),
    ("The union says 5,000 people marched.", "The union says 5,000 people marched. Some 200 marched in Dunholm."),
    ("About 2,000 people live in the village.", "About 150 people live in shelters."),
    ("Ten people were taken to hospital.", "Ten people were taken to hospital. Four remain in hospital."),
    ("The clinic treated 30 injured people.", "More than 100 people were injured."),
    ("He fired 30 shots.", "Police fired 12 shots."),
    ("The gunman fired 30 shots.", "Officers fired 12 shots at him."),
    ("The ship was carrying 19 crew.", "The navy ship has a crew of 220."),
    ("The plane was carrying 120 passengers and six crew.", "The plane can carry 180 passengers."),
    ("Turnout was 61 per cent.", "Turnout was 54 per cent in the last election."),
    ("Turnout was 61 per cent.", "By noon turnout was 31 per cent."),
    (
        "Anna Berg won 48 per cent of the vote.",
        "Anna Berg won 48 per cent of the vote; in the first round she won 31 per cent of the vote.",
    ),
    ("Fire destroyed 40 homes in Orrel.", "Fire destroyed 40 homes in Orrel and 12 in Dunholm."),
    ("The fire burned 12,000 hectares.", "A second fire burned 3,000 hectares."),
    ("Rescuers saved eight miners; 12 are trapped.", "Rescuers saved eight miners. Twenty miners had been trapped."),
    ("The attack killed nine people.", "A separate attack killed four people in the north."),
    ("Nine people were killed on Monday.", "Four people were killed on Sunday. Nine people died on Monday."),
    ("Nine people were killed on Monday in Orrel.", "On Tuesday, two people were killed in Orrel."),
    (
        "The bomb killed nine people.",
        "The bomb, which weighed 50 kg, was the third in the city this year. A bomb in May killed 31.",
    ),
    ("The virus has infected 120 people.", "The virus has infected 31 health workers."),
    ("Some 120 people have been infected.", "On Tuesday, 14 people were infected."),
    ("Some 120 cases were reported.", "Fourteen new cases were reported on Tuesday."),
    ("There are 120 cases in Orrelia.", "The WHO counts 2,400 cases worldwide."),
    ("The spacecraft orbits at 400 km.", "The rocket rose to an altitude of 120 km."),
    ("Four astronauts are aboard.", "Three astronauts are aboard the station."),
    ("The launch is planned for 9:30 a.m.", "The launch was delayed to 11:15 a.m."),
    ("Tom Hale, 27, scored twice.", "Tom Hale, 27, and his father Ray Hale, 55, were there."),
    ("The phone costs $199 with a contract.", "The phone costs $599 without a contract."),
    ("The judge fined Norvek $10 million.", "Norvek was fined $2 million in a separate case."),
    ("Police found 14 bodies.", "Police found 14 bodies in one grave and six bodies in another."),
    ("Two people were killed and 17 hurt.", "17 people were killed or hurt."),
    ("At least 40 people died.", "The number of dead could rise to 100."),
    ("At least 40 people died.", "Officials fear more than 100 people died."),
    ("At least 40 people died.", "Initial reports said 12 people had died. The toll now stands at 40."),
    (
        "The lorry was carrying 70 migrants.",
        "The lorry was carrying 70 migrants, 31 of whom died. Last month 52 migrants died in a lorry.",
    ),
    ("Gunmen took 30 people hostage.", "Gunmen released 12 hostages."),
    ("Gunmen hold 18 hostages.", "Gunmen took 30 people hostage and released 12."),
    ("Two of the three hijackers were killed.", "Three hijackers were killed or captured."),
    ("A 12-hour siege ended.", "After a siege of 12 hours police stormed the building in 20 minutes."),
    ("The trial lasted 12 weeks.", "The jury deliberated for three days."),
    ("The government deployed 3,000 soldiers.", "The government will deploy another 2,000 soldiers."),
    ("The plant makes 300 cars a day.", "The plant makes 90,000 cars a year."),
    ("The flood killed 31 people in Orrelia and 12 in Havara.", "The flood killed 43 people."),
    ("Two trains collided near Orrel, killing 12 people.", "Rail accidents killed 85 people in Orrelia in 2010."),
    ("The suspect, 31, was arrested in Orrel.", "A second suspect, 27, was arrested in Orrel."),
    ("Five people were shot.", "Five people were shot; two died."),
    ("Five people were shot on Friday.", "Two people were shot dead on Friday."),
    ("Workers want a 7 per cent rise.", "Workers got a rise of 3 per cent."),
    ("The strike is in its 11th day.", "The strike, the 4th this year, began on Monday."),
    ("It is the fourth time he has won.", "It is the third time he has run."),
    ("Some 20 shops were looted and 15 people were arrested.", "Fifteen shops were burned and 60 cars were looted."),
]
CLASHES = [
    ("Twelve people drowned when a boat sank.", "The sinking claimed 15 lives."),
    ("The crash left 12 people dead.", "The crash claimed the lives of 15 people."),
    ("A total of 40 people were hurt.", "The blast injured 62."),
    ("The blast wounded 40 people.", "Sixty-two people suffered injuries in the blast."),
    ("The boat was carrying 40 passengers.", "There were 55 passengers on board the boat."),
    ("A 5.4-magnitude quake struck.", "The quake measured 5.9 on the Richter scale."),
    ("The robbers escaped with $2 million.", "The gang got away with $3.5 million."),
    ("Paul Denk, 34, was charged with murder.", "Denk, 36, appeared in court."),
    ("Paul Denk was sentenced to 12 years in prison.", "Paul Denk was jailed for 15 years."),
    ("Norvek will acquire Lumen for $2 billion.", "Norvek is to pay $2.4 billion for Lumen."),
    ("Norvek will cut 900 jobs.", "Norvek is laying off 1,200 workers."),
    ("Norvek will cut 900 jobs.", "Some 1,200 jobs will be lost at Norvek."),
    ("Police detained 47 demonstrators.", "Police arrested 80 demonstrators."),
    ("Anna Berg won 48 per cent of the vote.", "Anna Berg took 51 per cent of the vote."),
    ("Turnout was 61 per cent.", "Turnout reached 67 per cent."),
    ("The fire destroyed 40 houses.", "Fifty-five homes burned down."),
    ("Power was cut to 40,000 homes.", "The storm left 60,000 homes without power."),
    ("Some 40,000 customers lost power.", "About 60,000 customers were without electricity."),
    ("The ship's 24 crew were taken hostage.", "The ship has a crew of 19."),
    ("Gunmen freed 12 hostages.", "Fifteen hostages were released."),
    ("The siege lasted 12 hours.", "A 16-hour siege ended."),
    ("The quake hit at 4:52 a.m.", "The quake struck at 5:10 a.m."),
    ("The robbery netted $2 million.", "Robbers stole $3 million."),
    ("The gunman fired 30 shots.", "The gunman fired at least 45 rounds."),
    ("The damage was put at $40 million.", "Damage is estimated at $65 million."),
    ("Police seized 40 kg of heroin.", "Police found 55 kilos of heroin."),
    ("The virus has infected 120 people.", "There have been 160 cases."),
    ("The bus fell 50 metres into a ravine.", "The bus plunged 80 metres into a ravine."),
    ("The ship was seized 40 miles off Hadar.", "The ship was 90 miles off Hadar."),
    ("Some 3,000 people attended the rally.", "About 5,000 people gathered for the rally."),
    ("More than 3,000 residents were evacuated.", "About 5,000 people were evacuated."),
    ("Winds of 150 km/h hit the coast.", "Winds reached 180 km/h."),
    ("The union demanded a rise of 7 per cent.", "The union wants 9 per cent."),
    ("Two people are missing.", "Five people are missing."),
    ("He leaves three children.", "He leaves four children."),
    ("Norvek was founded in 1967.", "Norvek was founded in 1976."),
    ("The party won 48 seats.", "The party took 52 seats."),
    ("A suicide bomber killed 14 worshippers.", "A suicide bomber killed 19 worshippers."),
    ("Mr Ober was president of the club from 1997 to 2009.", "Mr Ober was president of the club from 1998 to 2009."),
    ("The strike at the mill lasted from 3 to 5 May 2011.", "The strike at the mill lasted from 3 to 6 May 2011."),
    ("The primary will be held on April 30, the clerk said.", "The primary will be held on April 40, the clerk said."),
    ("The gates of the mill open at 11 a.m. on Friday.", "The gates of the mill open at 21 a.m. on Friday."),
    ("All but two of the 60 nurses signed the letter.", "All but nine of the 60 nurses signed the letter."),
]


def _claims(one: str, other: str) -> list[str]:
    return [row.scope for row in rows(one, other) if row.verdict in (Verdict.CONFLICT, Verdict.TENSION)]


@pytest.mark.parametrize(("one", "other"), LOOK_ALIKES)
def test_look_alikes_do_not_clash(one: str, other: str) -> None:
    assert _claims(one, other) == []
    assert _claims(other, one) == []


@pytest.mark.parametrize(("one", "other"), CLASHES)
def test_clashes_are_found(one: str, other: str) -> None:
    assert _claims(one, other)
