using Atelier.Language.Cast.Lexing;

namespace Atelier.Language.Cast.Naming;

/// <summary>Reads gender from titles and from the pronouns that follow a name; never from the name itself.</summary>
internal sealed class Genders
{
    // How clearly one sort of pronoun must prevail, in standard deviations: to forbid a join, and to be reported at all.
    private const double Firm = 1.7;
    private const double Slight = 0.9;

    private readonly Vocabulary _words;
    private readonly double _heWeight;

    /// <summary>Where nearly every pronoun is "she", a "she" after a name is likely the heroine's: the rarer sort counts more.</summary>
    public Genders(Vocabulary words, IReadOnlyCollection<NameForm> forms)
    {
        var (he, she) = (forms.Sum(form => form.He) + 1.0, forms.Sum(form => form.She) + 1.0);
        (_words, _heWeight) = (words, Math.Sqrt(she / he));
    }

    public static Gender OfWord(Vocabulary words, int word) =>
        words.Is(word, WordClass.Male) ? (words.Is(word, WordClass.Female) ? Gender.Unknown : Gender.Male)
        : words.Is(word, WordClass.Female) ? Gender.Female
        : Gender.Unknown;

    public static bool Agree(Gender a, Gender b) => a == Gender.Unknown || b == Gender.Unknown || a == b;

    /// <summary>Only what is beyond doubt: enough to forbid that two names are one person's.</summary>
    public Gender FirmlyOf(NameForm form)
    {
        var titled = OfWord(_words, form.Key.Title);
        return titled != Gender.Unknown ? titled : ByPronouns(form.He, form.She, Firm);
    }

    public void Settle(Figure figure)
    {
        var (he, she) = (figure.Forms.Sum(form => form.He), figure.Forms.Sum(form => form.She));
        var titled = figure
            .Forms.Where(form => OfWord(_words, form.Key.Title) != Gender.Unknown)
            .OrderByDescending(form => form.Count)
            .FirstOrDefault();
        if (titled is not null)
        {
            figure.Gender = OfWord(_words, titled.Key.Title);
            figure.Evidence = $"called {titled.Display}";
            return;
        }
        figure.Gender = ByPronouns(he, she, Slight);
        figure.Evidence = figure.Gender == Gender.Unknown ? null : $"{he} times he, {she} times she";
    }

    private Gender ByPronouns(int he, int she, double clearly)
    {
        var weighed = he * _heWeight;
        var lead = (weighed - she) / Math.Sqrt(weighed + she + 0.01);
        return lead > clearly ? Gender.Male
            : lead < -clearly ? Gender.Female
            : Gender.Unknown;
    }
}
