using Atelier.Language.Cast.Naming;

namespace Atelier.Language.Cast.Relating;

/// <summary>What to call a person.</summary>
internal static class Names
{
    // A fuller form is preferred once it is used this often, measured against the commonest.
    private const double OftenEnough = 0.02;

    public static string Best(Figure figure)
    {
        if (figure.Forms.Count == 0)
            return figure.Label ?? "";
        var most = figure.Forms.Max(form => form.Count);
        return Label(
            figure
                .Forms.Where(form => form.Count >= OftenEnough * most)
                .OrderByDescending(form => form.Key.Words)
                .ThenByDescending(form => form.Count)
                .First()
        );
    }

    public static IReadOnlyList<string> All(Figure figure)
    {
        var names = figure.Forms.OrderByDescending(form => form.Count).Select(Label).Distinct().ToList();
        if (figure.Label is { } label)
            names.Add(label);
        return names;
    }

    private static string Label(NameForm form) =>
        form.WithArticle * 2 > form.Count ? $"The {form.Display}" : form.Display;
}
