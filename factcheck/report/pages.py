"""The page of each finding code, in words. The figures of the examples are made up."""

from __future__ import annotations

PAGES: dict[str, dict[str, str]] = {
    "FC000": {
        "title": "The reference says so",
        "checks": "The figure, read with the width its wording leaves open, holds the published "
        "value.",
        "why": "A figure that was held against its source and stood is worth knowing too.",
        "fires": "Rice output rose 3.2% in 2023. | reference: 3.2%",
        "silent": "Rice output rose 3.9% in 2023. | reference: 3.2%",
        "fix": "Nothing to do.",
    },
    "FC001": {
        "title": "Right once rounded as printed",
        "checks": "The published value rounds, or is hedged, into the figure of the article.",
        "why": "Readers should not be led to more precision, or less, than the source has.",
        "fires": "Waiting lists grew by about 12%. | reference: 11.8%",
        "silent": "Waiting lists grew by 12%. | reference: 12%",
        "fix": "Nothing to do, unless the exact figure is wanted.",
    },
    "FC002": {
        "title": "Right when published, since revised",
        "checks": "The figure equals an earlier edition or release of the same publisher; a later "
        "one differs.",
        "why": "Nobody erred, but a piece that is reused today should carry the revised figure.",
        "fires": "The economy grew 0.4% in spring. | reference: 0.4% first release, 0.6% revised",
        "silent": "The economy grew 0.6% in spring. | reference: 0.4% first release, 0.6% revised",
        "fix": "Use the revised figure, or say that it is the first estimate.",
    },
    "FC003": {
        "title": "The reference itself is divided",
        "checks": "One source or passage supports the figure; another of the same standing and "
        "date does not.",
        "why": "Neither figure is safe to print without saying whose it is.",
        "fires": "The port handled 410 ships. | reference: 410 in a summary, 412 in its table",
        "silent": "The port handled 410 ships. | reference: 410 in a summary, 410 in its table",
        "fix": "Name the source or the passage the figure is from.",
    },
    "FC101": {
        "title": "More than one series fits",
        "checks": "Unit, entity, period and words fit several series equally well, so none is "
        "chosen.",
        "why": "A verdict against the wrong series would be a false accusation.",
        "fires": "Unemployment stood at 5.1%. | reference: a survey rate of 5.1% and a register "
        "rate of 6.0%",
        "silent": "Unemployment in the labour force survey stood at 5.1%.",
        "fix": "Say in the sentence what is measured; the candidates are listed below the finding.",
    },
    "FC110": {
        "title": "Nothing in the reference covers it",
        "checks": "No loaded pack holds a series for this measure, entity and period.",
        "why": "What was not checked is said, so that silence never looks like approval.",
        "fires": "The club sold 31,000 season tickets. | reference: packs on the economy only",
        "silent": "Prices rose 2.1% in 2023. | reference: the series and the year are there",
        "fix": "Add a pack that holds the figure (--reference DIR), or check it by hand.",
    },
    "FC111": {
        "title": "No period to check against",
        "checks": "Neither the sentence nor what stands around it says when.",
        "why": "The same series has a value for every year; one must not be picked by its value.",
        "fires": "Wheat fetched $240 a tonne. | nothing says when, and the article has no date",
        "silent": "Wheat fetched $240 a tonne in 2022.",
        "fix": "Say when in the sentence, or give the article's date (--published DATE).",
    },
    "FC112": {
        "title": "No unit to check against",
        "checks": "The figure stands without a unit, and nothing near it says what is counted.",
        "why": "A bare number fits series of every unit.",
        "fires": "Last year it was 48, the ministry said.",
        "silent": "Last year it was 48%, the ministry said.",
        "fix": "Say what is counted or measured.",
    },
    "FC120": {
        "title": "An opinion",
        "checks": "The figure is part of a judgement or a figure of speech.",
        "why": "There is nothing to hold it against.",
        "fires": "I would give this budget four out of ten.",
        "silent": "Inspectors gave the hospital four out of ten.",
        "fix": "Nothing to do.",
    },
    "FC121": {
        "title": "A forecast",
        "checks": "The figure is about the future, seen from the day of publication.",
        "why": "No reference can hold it yet.",
        "fires": "The bank expects growth of 1.5% next year.",
        "silent": "Growth was 1.5% last year.",
        "fix": "Nothing to do; a forecast can be checked against its own source by hand.",
    },
    "FC122": {
        "title": "A hypothesis",
        "checks": "The figure is part of a condition or of an example that is not said to be so.",
        "why": "It does not claim that anything is the case.",
        "fires": "If the rate were 10%, a family would pay 400 more.",
        "silent": "The rate is 10%.",
        "fix": "Nothing to do.",
    },
    "FC201": {
        "title": "Another value than the reference has",
        "checks": "Series, entity and period are settled; the published value is outside what the "
        "wording leaves open, and no better explanation fits.",
        "why": "The sentence is wrong as it stands, or the reference is.",
        "fires": "Exports came to 74.1 million tonnes in 2021. | reference: 68.9 million tonnes",
        "silent": "Exports came to nearly 70 million tonnes in 2021. | reference: 68.9 million "
        "tonnes",
        "fix": "Use the published value, or name the source that has the other one.",
    },
    "FC203": {
        "title": "The value of another period",
        "checks": "The figure is the published one of the same series, for another year or month.",
        "why": "A line too high or too low in a table is the commonest slip of all.",
        "fires": "Unemployment was 6.4% in 2022. | reference: 5.9% in 2022, 6.4% in 2021",
        "silent": "Unemployment was 6.4% in 2021. | reference: 6.4% in 2021",
        "fix": "Correct the period or the value.",
    },
    "FC204": {
        "title": "Two values exchanged",
        "checks": "Two figures of one sentence are each right for the other's place.",
        "why": "Both are in the source, so a look at the source does not catch it.",
        "fires": "The north got 40 beds and the south 25. | reference: north 25, south 40",
        "silent": "The north got 25 beds and the south 40. | reference: north 25, south 40",
        "fix": "Exchange the two values.",
    },
    "FC205": {
        "title": "The value of another measure",
        "checks": "The figure is the published one of a related series for the same entity and "
        "period.",
        "why": "Exports are not output, and a share of papers is not a share of citations.",
        "fires": "Wheat exports came to 140 million tonnes. | reference: exports 19, output 140",
        "silent": "Wheat output came to 140 million tonnes. | reference: output 140",
        "fix": "Name the measure the figure belongs to, or use the value of the one named.",
    },
    "FC206": {
        "title": "The value of another edition",
        "checks": "The figure, or the day of release, is that of another edition of the report "
        "named.",
        "why": "Editions of an annual report describe different years.",
        "fires": "The 2023 survey puts it at 61%. | reference: 58% in the 2023 survey, 61% in "
        "2022's",
        "silent": "The 2022 survey puts it at 61%. | reference: 61% in the 2022 survey",
        "fix": "Name the edition the figure is from.",
    },
    "FC207": {
        "title": "The wrong unit",
        "checks": "The number is right in another unit: percentage points for percent, another "
        "currency, kilograms for tonnes.",
        "why": "A fall from 10% to 8% is two percentage points, and 20 percent.",
        "fires": "The rate fell by 2%. | reference: from 10% to 8%",
        "silent": "The rate fell by two percentage points. | reference: from 10% to 8%",
        "fix": "Correct the unit.",
    },
    "FC208": {
        "title": "The wrong scale word",
        "checks": "The number is right with another scale word: million for billion.",
        "why": "The digits agree with the source, so the eye passes over it.",
        "fires": "The programme cost 3.4 million euros. | reference: 3.4 billion euros",
        "silent": "The programme cost 3.4 billion euros. | reference: 3.4 billion euros",
        "fix": "Correct the scale word.",
    },
    "FC209": {
        "title": "The wrong direction",
        "checks": "The numbers are right, but rise and fall, or leader and follower, are "
        "exchanged.",
        "why": "It turns the story round.",
        "fires": "Admissions fell to 5,210 from 4,980.",
        "silent": "Admissions rose to 5,210 from 4,980.",
        "fix": "Correct the word, or the order of the figures.",
    },
    "FC210": {
        "title": "Digits changed places",
        "checks": "Exchanging two neighbouring digits gives the published value.",
        "why": "A typing slip that no spelling checker sees.",
        "fires": "The hall seats 15,290. | reference: 15,920",
        "silent": "The hall seats 15,920. | reference: 15,920",
        "fix": "Correct the digits.",
    },
    "FC211": {
        "title": "The hedge points the wrong way",
        "checks": "The figure is right without its hedge, which excludes the published value.",
        "why": '"Nearly 285" promises less than 285, "more than" promises more.',
        "fires": "Nearly 285 pupils enrolled. | reference: 286",
        "silent": "More than 285 pupils enrolled. | reference: 286",
        "fix": "Correct or drop the hedge.",
    },
    "FC212": {
        "title": "The value of another entity",
        "checks": "The figure is the published one of the same series and period, for somebody "
        "else.",
        "why": "The right number beside the wrong name is a false statement about both.",
        "fires": "Peru grew 3.4% of the crop. | reference: Peru 9.1%, Chile 3.4%",
        "silent": "Chile grew 3.4% of the crop. | reference: Chile 3.4%",
        "fix": "Correct the name or the value.",
    },
    "FC213": {
        "title": "The numbers of the sentence disagree",
        "checks": "A share, sum, difference or change does not follow from the numbers given with "
        "it.",
        "why": "Readers can do the sum.",
        "fires": "Of 400 flights, 100 were late, or 35%.",
        "silent": "Of 400 flights, 100 were late, or 25%.",
        "fix": "Recompute the figure that does not follow.",
    },
    "FC301": {
        "title": "Numbers of one article cannot all be true",
        "checks": "Figures of the same article contradict each other by arithmetic.",
        "why": "At least one is wrong, whatever the reference says.",
        "fires": "The fund spent 60 on roads and 30 on rail, 100 in all.",
        "silent": "The fund spent 60 on roads and 30 on rail, 90 in all.",
        "fix": "Find out which of them is wrong.",
    },
    "FC401": {
        "title": "Two claims that cannot both be true",
        "checks": "Two places state different values for the same measure, entity, period and "
        "edition.",
        "why": "Readers of both are left with two truths.",
        "fires": "a.txt: 12 storms in 2020. b.txt: 14 storms in 2020.",
        "silent": "a.txt: 12 storms in 2020. b.txt: a dozen storms in 2020.",
        "fix": "Look at which side the reference supports, if it does.",
    },
    "FC402": {
        "title": "These differ: different periods",
        "checks": "Two values of one measure and entity belong to different periods.",
        "why": "It looks like a conflict and is none.",
        "fires": "a.txt: 12 storms in 2020. b.txt: 14 storms in 2021.",
        "silent": "a.txt: 12 storms in 2020. b.txt: 12 storms in 2020.",
        "fix": "Say the period in both places.",
    },
    "FC403": {
        "title": "These differ: different editions",
        "checks": "Two values of one measure come from different editions of a source.",
        "why": "It looks like a conflict and is none.",
        "fires": "a.txt: the 2022 survey has 61%. b.txt: the 2023 survey has 58%.",
        "silent": "a.txt: the 2022 survey has 61%. b.txt: the 2022 survey has 61%.",
        "fix": "Say the edition in both places.",
    },
    "FC404": {
        "title": "These differ: different measures",
        "checks": "Two values about one subject measure different things.",
        "why": "It looks like a conflict and is none.",
        "fires": "a.txt: 5.1% out of work by the survey. b.txt: 6.0% by the register.",
        "silent": "a.txt: 5.1% out of work by the survey. b.txt: 5.1% by the survey.",
        "fix": "Say what is measured in both places.",
    },
    "FC405": {
        "title": "These differ: different entities",
        "checks": "Two values of one measure and period are about different entities.",
        "why": "It looks like a conflict and is none.",
        "fires": "a.txt: the city has 1.2 million people. b.txt: its region has 3.1 million.",
        "silent": "a.txt: the city has 1.2 million people. b.txt: the city has 1.2 million.",
        "fix": "Say who or what each value is about.",
    },
    "FC406": {
        "title": "These differ: before and after a revision",
        "checks": "The publisher revised the figure; one place has it from before, one from after.",
        "why": "Neither is an error, but only one is current.",
        "fires": "a.txt: growth of 0.4%, first release. b.txt: growth of 0.6%, revised.",
        "silent": "a.txt: growth of 0.6%, revised. b.txt: growth of 0.6%.",
        "fix": "Use the revised figure, or say which release it is.",
    },
    "FC501": {
        "title": "An ignore that ignores nothing",
        "checks": "A comment or an entry of the ignore file meets no finding, names no known code "
        "or cannot be read.",
        "why": "What it was written for is gone; it would hide the next error in its place.",
        "fires": "Prices rose 2.1%. <!-- factcheck: ignore[FC203] --> | reference: 2.1%",
        "silent": "Prices rose 3.1%. <!-- factcheck: ignore[FC203] --> | reference: 2.1%, the year "
        "before 3.1%",
        "fix": "Take it out, or correct its code.",
    },
}
