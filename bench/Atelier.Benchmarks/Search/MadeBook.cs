using System.Text;

namespace Atelier.Benchmarks.Search;

/// <summary>A passage with the lexemes of its words, each with its places, as PostgreSQL would find them.</summary>
internal sealed class MadePassage
{
    public StringBuilder Body { get; } = new();

    public int Words { get; set; }

    /// <summary>Word, its place; in order of place. Words that are not looked for have places, too, but are not here.</summary>
    public List<(int Lexeme, int Place)> Lexemes { get; } = [];
}

/// <summary>
/// A novel of no sense, but of words as common as in English: sentences, paragraphs, passages of about 1.2 KB. A few subjects
/// and its people come again and again, as in a real one.
/// </summary>
internal sealed class MadeBook
{
    private const int Enough = 1200;
    private const double OfSubject = 0.04;
    private const double OfPerson = 0.02;

    private readonly Lexicon _lexicon;
    private readonly Random _random;
    private readonly int[] _subjects;
    private readonly (int First, int Last)[] _people;

    public MadeBook(Lexicon lexicon, int number, int people)
    {
        (_lexicon, _random) = (lexicon, new Random(number));
        _subjects = [.. Enumerable.Range(0, 40).Select(_ => lexicon.Subject(_random))];
        _people = [.. Enumerable.Range(0, people).Select(_ => lexicon.Person(_random))];
    }

    public IEnumerable<string> People =>
        _people.Select(person => $"{_lexicon.Name(person.First)} {_lexicon.Name(person.Last)}");

    public MadePassage Passage()
    {
        var passage = new MadePassage();
        while (passage.Body.Length < Enough)
        {
            if (passage.Body.Length > 0)
                passage.Body.Append(_random.Next(4) == 0 ? "\n\n" : " ");
            Sentence(passage);
        }
        return passage;
    }

    private void Sentence(MadePassage passage)
    {
        var words = _random.Next(5, 24);
        for (var i = 0; i < words; i++)
        {
            if (i > 0)
                passage.Body.Append(_random.Next(12) == 0 ? ", " : " ");
            if (_random.NextDouble() < OfPerson)
                Add(passage, _people[(int)(_people.Length * Math.Pow(_random.NextDouble(), 3))].First, isName: true);
            else if (_random.NextDouble() < OfSubject)
                Add(passage, _subjects[_random.Next(_subjects.Length)], isName: i == 0);
            else
                Add(passage, _lexicon.Word(_random), isName: i == 0);
        }
        passage.Body.Append('.');
    }

    private void Add(MadePassage passage, int word, bool isName)
    {
        var text = _lexicon.Text(word);
        passage.Body.Append(isName ? char.ToUpperInvariant(text[0]) : text[0]).Append(text, 1, text.Length - 1);
        passage.Words++;
        if (_lexicon.LexemeOf(word) is var lexeme and >= 0)
            passage.Lexemes.Add((lexeme, passage.Words));
    }
}
