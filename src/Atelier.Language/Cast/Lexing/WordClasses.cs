namespace Atelier.Language.Cast.Lexing;

/// <summary>The closed lists of English words that the reader leans on. None of them is a name.</summary>
internal static class WordClasses
{
    public static IEnumerable<(string Word, WordClass Class)> All()
    {
        foreach (var (words, kind) in Lists)
        foreach (var word in words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            yield return (word, kind);
    }

    private static readonly (string Words, WordClass Class)[] Lists =
    [
        (SpeechWords.Past, WordClass.SpeechVerb | WordClass.Act),
        (SpeechWords.Present, WordClass.SpeechVerb),
        (SpeechWords.Gerunds, WordClass.SpeechGerund),
        (SpeechWords.Nouns, WordClass.SpeechNoun),
        (PersonWords.MaleTitles, WordClass.Title | WordClass.Male),
        (PersonWords.FemaleTitles, WordClass.Title | WordClass.Female),
        (PersonWords.Titles, WordClass.Title),
        (PersonWords.Ranks, WordClass.Title | WordClass.PersonNoun),
        (PersonWords.MaleRanks, WordClass.Title | WordClass.PersonNoun | WordClass.Male),
        (PersonWords.FemaleRanks, WordClass.Title | WordClass.PersonNoun | WordClass.Female),
        (PersonWords.Abbreviated, WordClass.Abbreviation),
        (PersonWords.MaleKinTitles, WordClass.Title | WordClass.KinTitle | WordClass.Male),
        (PersonWords.FemaleKinTitles, WordClass.Title | WordClass.KinTitle | WordClass.Female),
        (PersonWords.MaleKin, WordClass.PersonNoun | WordClass.Kin | WordClass.Male | WordClass.Belonging),
        (PersonWords.FemaleKin, WordClass.PersonNoun | WordClass.Kin | WordClass.Female | WordClass.Belonging),
        (PersonWords.Kin, WordClass.PersonNoun | WordClass.Kin | WordClass.Belonging),
        (PersonWords.MaleGeneric, WordClass.PersonNoun | WordClass.Generic | WordClass.Male),
        (PersonWords.FemaleGeneric, WordClass.PersonNoun | WordClass.Generic | WordClass.Female),
        (PersonWords.Generic, WordClass.PersonNoun | WordClass.Generic),
        (PersonWords.MaleRoles, WordClass.PersonNoun | WordClass.Male),
        (PersonWords.FemaleRoles, WordClass.PersonNoun | WordClass.Female),
        (PersonWords.Roles, WordClass.PersonNoun),
        (PersonWords.Groups, WordClass.PersonNoun | WordClass.Plural),
        (PersonWords.MaleCalls, WordClass.Call | WordClass.Male),
        (PersonWords.FemaleCalls, WordClass.Call | WordClass.Female),
        (PersonWords.Belongings, WordClass.Belonging),
        ("he him himself", WordClass.Pronoun | WordClass.Male),
        ("his", WordClass.Pronoun | WordClass.Possessive | WordClass.Male),
        ("she herself", WordClass.Pronoun | WordClass.Female),
        ("her", WordClass.Pronoun | WordClass.Possessive | WordClass.Female),
        ("hers", WordClass.Pronoun | WordClass.Female),
        ("i me myself mine", WordClass.Pronoun | WordClass.FirstPerson),
        ("my", WordClass.Pronoun | WordClass.FirstPerson | WordClass.Possessive),
        ("other latter", WordClass.Pronoun),
        ("they them both all we us", WordClass.Pronoun | WordClass.Plural),
        ("their our", WordClass.Possessive | WordClass.Plural),
        ("your its whose", WordClass.Possessive),
        ("the a an this that another every each some any no one", WordClass.Determiner),
        (FunctionWords.Prepositions, WordClass.Preposition),
        (FunctionWords.PlacePrepositions, WordClass.Preposition | WordClass.PlacePreposition),
        (FunctionWords.Conjunctions, WordClass.Conjunction),
        (FunctionWords.Auxiliaries, WordClass.Auxiliary),
        ("not never n't no", WordClass.Negation),
        ("of de la le du van von der den del della di da d' st bin ben ibn al el y", WordClass.Connector),
        ("poor old dear young little good honest brave big great fair sweet lovely worthy gentle", WordClass.Epithet),
        (ActWords.Acts, WordClass.Act),
        (FunctionWords.Ships, WordClass.Ship),
        (FunctionWords.Openers, WordClass.NotName | WordClass.Opener),
        (FunctionWords.Capitalised, WordClass.NotName),
        (FunctionWords.Sites, WordClass.NotName | WordClass.Site),
    ];
}
