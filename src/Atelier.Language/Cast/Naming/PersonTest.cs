using Atelier.Language.Cast.Lexing;

namespace Atelier.Language.Cast.Naming;

/// <summary>Decides whether a name is a person's, from what stands around it.</summary>
internal sealed class PersonTest(Vocabulary words)
{
    // One strong sign (speech, a call) or two weak ones. A name that is everywhere must show them more than once.
    private const int Needed = 2;
    private const double NeededShare = 0.03;

    // The Hatter speaks all the time, the Moonstone is only spoken of.
    private const double SpeakingShare = 0.03;

    /// <summary>"Baker Street", but not Ruth Lane who sat down.</summary>
    private bool IsPlace(NameForm form)
    {
        for (var i = 0; i < form.Key.Words - 1; i++)
            if (words.Is(form.Key[i], WordClass.Site))
                return true;
        return words.Is(form.Key.Last, WordClass.Site) && form.PersonVotes == 0;
    }

    /// <summary>An initial, "Man", or a family: "the Emersons".</summary>
    private bool IsNoName(NameForm form)
    {
        var word = words.Word(form.Key.First);
        if (word.Length < 2)
            return true;
        var one = word.EndsWith('s') ? words.Id(word.AsSpan(0, word.Length - 1)) : Vocabulary.Other;
        // "Indians"
        if (words.Is(one, WordClass.NotName))
            return true;
        if (form.WithArticle * 2 <= form.Count)
            return words.Is(form.Key.First, WordClass.Generic);
        return one != Vocabulary.Other && words.Use(one).Inside > 0;
    }

    /// <summary>The Pequod, whose decks are spoken of more often than it speaks.</summary>
    private static bool IsShip(NameForm form) => form.Sailed > 1 && form.Sailed > form.Speaks;

    private readonly int[] _holy = [words.Id("saint")];
    private readonly int[] _several = [words.Id("misses"), words.Id("messrs")];

    public bool Is(NameForm form)
    {
        var key = form.Key;
        if (Array.IndexOf(_several, key.Title) >= 0)
            return false;
        if (IsPlace(form) || (key.Words == 1 && key.Title == 0 && IsNoName(form)))
            return false;
        if (key.Words == 0)
            return form.Speaks > 0 || form.PersonVotes + form.Called > 3;
        if (key.Title != 0 && Array.IndexOf(_holy, key.Title) < 0)
            return true;
        var votes = form.PersonVotes + ((form.He + form.She) * 0.5);
        if (votes <= form.PlaceVotes)
            return false;
        if (form.WithArticle * 2 > form.Count)
            return form.Speaks > 0 && form.Speaks >= SpeakingShare * form.Count && form.Count > 1 && !IsShip(form);
        if (key.Words > 1)
            return votes >= 1 && (form.Count > 1 || form.PersonVotes > 0);
        // "Good-night, Deb": what only ever opens sentences is a word until it speaks.
        if (words.Use(key.First).Inside == 0 && form.Speaks == 0)
            return false;
        return votes >= Needed && form.PersonVotes > 0 && votes >= NeededShare * form.Count;
    }
}
