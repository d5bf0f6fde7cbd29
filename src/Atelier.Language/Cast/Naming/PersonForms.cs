using Atelier.Language.Cast.Lexing;

namespace Atelier.Language.Cast.Naming;

/// <summary>The forms that name people, the commonest first.</summary>
internal static class PersonForms
{
    // The longest novels use about a thousand; whoever has more gets the commonest.
    private const int Most = 3_000;

    public static List<NameForm> Of(Vocabulary words, IReadOnlyCollection<NameForm> forms)
    {
        var test = new PersonTest(words);
        var persons = forms.Where(test.Is).OrderByDescending(form => form.Count).Take(Most).ToList();
        persons.AddRange(WholeNames(words, forms, persons));
        return
        [
            .. persons
                .OrderByDescending(form => form.Count)
                .ThenBy(form => form.Display, StringComparer.Ordinal)
                .Take(Most),
        ];
    }

    /// <summary>"Caroline Lowe", met once, when Caroline or Carrie is somebody and so is Mr. or Miss Lowe.</summary>
    private static List<NameForm> WholeNames(
        Vocabulary words,
        IReadOnlyCollection<NameForm> forms,
        List<NameForm> persons
    )
    {
        var given = persons
            .Where(form => form.Key is { Words: 1, Title: 0 })
            .Select(form => form.Key.First)
            .ToHashSet();
        var family = persons
            .Where(form => form.Key.Title != 0 || form.Key.Words > 1)
            .Select(form => form.Key.Last)
            .ToHashSet();
        var known = persons.ToHashSet();
        bool IsGiven(int word) =>
            given.Contains(word) || given.Any(name => Nicknames.Pair(words.Word(word), words.Word(name)));
        return
        [
            .. forms.Where(form =>
                form.Key is { Words: > 1, Title: 0 }
                && !words.Is(form.Key.Last, WordClass.Site)
                && family.Contains(form.Key.Last)
                && IsGiven(form.Key.First)
                && !known.Contains(form)
            ),
        ];
    }
}
