using Atelier.Language.Cast.Lexing;

namespace Atelier.Language.Cast.Naming;

/// <summary>Finds out which stretches somebody tells who is in them, and whether speech gives that somebody a name.</summary>
internal sealed class NarratorFinder(Vocabulary words, int length)
{
    // About ten pages: tellers change with chapters, with stories, with letters.
    private const int Stretch = 20_000;

    // Tellers who stay outside say "I" now and then; those inside, in every third sentence.
    private const double Share = 0.01;

    // Below this a stretch is too short to tell; it does as the book does.
    private const int FewestWords = 200;

    private const double FewestTold = 0.15;

    // A teller's own name is heard, not told: others call it, the narration itself hardly has it.
    private const double MostNarrated = 0.3;
    private const int FewestCalls = 3;

    // In a book of several tellers each is called in some stretches only.
    private const double FewestStretches = 0.3;

    private readonly int[] _i = new int[StretchOf(length) + 1];
    private readonly int[] _narrated = new int[StretchOf(length) + 1];
    private readonly int _word = words.Id("i");

    public static int StretchOf(int at) => at / Stretch;

    public void Read(ReadOnlySpan<Piece> tokens, int stretch)
    {
        foreach (var token in tokens)
            if (token.IsWord && !token.IsQuoted)
            {
                _narrated[stretch]++;
                if (token.Word == _word && token.IsCapital)
                    _i[stretch]++;
            }
    }

    public bool[] FirstPersonStretches()
    {
        var book = _i.Sum() > Share * _narrated.Sum();
        var found = new bool[_i.Length];
        for (var i = 0; i < found.Length; i++)
            found[i] = _narrated[i] < FewestWords ? book : _i[i] > Share * _narrated[i];
        return found;
    }

    /// <summary>Adds the teller to the cast; under a name when most of the book is told so and somebody is only ever called.</summary>
    public static int Add(List<Figure> figures, bool[] firstPerson)
    {
        var told = firstPerson.Count(stretch => stretch);
        // Letters, and authors who speak of their work, make no teller.
        if (told == 0 || told < FewestTold * firstPerson.Length)
            return -1;
        var teller = new Figure(figures.Count, FigureKind.Narrator) { Label = "Narrator" };
        figures.Add(teller);
        if (told * 2 <= firstPerson.Length)
            return teller.Id;
        var called = figures
            .Where(f => f.Kind == FigureKind.Named && f.Forms.Sum(form => form.Narrated) < MostNarrated * f.Count)
            .Select(f =>
                (
                    Figure: f,
                    Calls: f.Forms.Sum(form => form.Called),
                    Stretches: f.Forms.Sum(form => form.CalledStretches)
                )
            )
            .Where(one => one.Calls >= FewestCalls && one.Stretches >= FewestStretches * told)
            .OrderByDescending(one => one.Calls)
            .ToList();
        if (called.Count == 0)
            return teller.Id;
        var own = called[0].Figure;
        teller.Forms.AddRange(own.Forms);
        teller.Count = own.Count;
        own.Forms.Clear();
        own.Count = 0;
        return teller.Id;
    }
}
