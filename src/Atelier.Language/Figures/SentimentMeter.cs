using System.Collections.Frozen;

namespace Atelier.Language.Figures;

/// <summary>Sums up word ratings stretch by stretch; a negation among the three words before turns a rating round.</summary>
internal sealed class SentimentMeter(FrozenDictionary<string, int>? ratings)
{
    private const int Stretch = 500;
    private const int Points = 100;
    private const int Reach = 3;
    private const double Turned = -0.5; // "not good" is less bad than "bad"

    private static readonly string[] Negations =
    [
        "not",
        "no",
        "never",
        "nor",
        "neither",
        "without",
        "cannot",
        "hardly",
    ];

    private readonly List<(int Start, double Sum, int Words)> _stretches = [];
    private int _sinceNegation = Reach + 1;
    private int _start;
    private int _words;
    private int _rated;
    private double _sum;

    /// <param name="word">In lower case.</param>
    public void Add(string word, int place)
    {
        if (ratings is null)
            return;
        if (_words == 0)
            _start = place;
        _sinceNegation++;
        if (ratings.TryGetValue(word, out var rating))
        {
            _rated++;
            _sum += rating * (_sinceNegation <= Reach ? Turned : 1);
        }
        if (Negations.Contains(word) || word.EndsWith("n't", StringComparison.Ordinal))
            _sinceNegation = 0;
        if (++_words == Stretch)
            End();
    }

    public SentimentFigures Finish(int words)
    {
        if (ratings is null)
            return new([], null, 0, "The ratings are of English words.");
        if (ratings.Count == 0)
            return new([], null, 0, "The list of ratings is not installed.");
        if (_words > Stretch / 2 || _stretches.Count == 0 && _words > 0)
            End();
        if (_stretches.Count == 0)
            return new([], null, 0, "The text has no words.");
        var sums = Binned();
        var mean = _stretches.Sum(s => s.Sum) / Math.Max(1, _stretches.Sum(s => s.Words)) * 100;
        return new(Smoothed(sums), Math.Round(mean, 2), Math.Round((double)_rated / Math.Max(1, words), 3), null);
    }

    private void End()
    {
        _stretches.Add((_start, _sum, _words));
        (_words, _sum) = (0, 0);
    }

    private List<(int Start, double Sum, int Words)> Binned()
    {
        if (_stretches.Count <= Points)
            return _stretches;
        var bins = new List<(int Start, double Sum, int Words)>(Points);
        for (var i = 0; i < Points; i++)
        {
            var (from, to) = (
                (int)((long)i * _stretches.Count / Points),
                (int)((long)(i + 1) * _stretches.Count / Points)
            );
            var part = _stretches[from..to];
            bins.Add((part[0].Start, part.Sum(s => s.Sum), part.Sum(s => s.Words)));
        }
        return bins;
    }

    /// <summary>Each point with its two neighbours on either side, the nearer ones counting more.</summary>
    private static List<SentimentPoint> Smoothed(List<(int Start, double Sum, int Words)> bins)
    {
        var points = new List<SentimentPoint>(bins.Count);
        for (var i = 0; i < bins.Count; i++)
        {
            var (sum, weights) = (0.0, 0.0);
            for (var j = Math.Max(0, i - 2); j <= Math.Min(bins.Count - 1, i + 2); j++)
            {
                var weight = 3 - Math.Abs(i - j);
                sum += weight * bins[j].Sum / Math.Max(1, bins[j].Words);
                weights += weight;
            }
            points.Add(new(bins[i].Start, Math.Round(sum / weights * 100, 2)));
        }
        return points;
    }
}
