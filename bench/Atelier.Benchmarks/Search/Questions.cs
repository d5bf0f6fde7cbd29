namespace Atelier.Benchmarks.Search;

/// <param name="Kind">What sort of question it is.</param>
internal sealed record Question(string Kind, string Words);

/// <summary>What people type: common and rare words, several, in a row, either of two, without one.</summary>
internal static class Questions
{
    public static IReadOnlyList<Question> Of(Lexicon lexicon, MadeBook book, Random random)
    {
        var common = lexicon.Searched(random, 0, 100);
        var usual = lexicon.Searched(random, 100, 1500);
        var other = lexicon.Searched(random, 100, 1500);
        var rare = lexicon.Searched(random, 1500, 20_000);
        var row = InARow(book.Passage().Body.ToString(), random);
        return
        [
            new("a very common word", common),
            new("a usual word", usual),
            new("a rare word", rare),
            new("two words", $"{common} {usual}"),
            new("three words", $"{usual} {other} {rare}"),
            new("words in a row", $"\"{row}\""),
            new("either of two", $"{usual} or {other}"),
            new("one without another", $"{usual} -{other}"),
            new("a name", book.People.First().Split(' ')[0]),
        ];
    }

    private static string InARow(string body, Random random)
    {
        var words = body.Split([' ', ',', '.', '\n'], StringSplitOptions.RemoveEmptyEntries);
        var at = random.Next(words.Length - 3);
        return string.Join(' ', words[at..(at + 3)]);
    }
}
