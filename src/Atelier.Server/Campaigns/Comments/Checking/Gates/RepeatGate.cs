using System.Globalization;

namespace Atelier.Campaigns.Comments.Checking.Gates;

/// <summary>G6: nobody gets what somebody else got already.</summary>
internal static class RepeatGate
{
    public const double MostAlike = 0.35;

    public static GateResult Judge(GateScene scene)
    {
        var persona = scene.Brief.Persona.Name;
        if (scene.Others.FirstOrDefault(other => other.PostId == scene.PostId && other.Persona == persona) is { } twin)
            return Gate.Fail(
                "G6",
                "This persona answers this post already.",
                new Evidence("draft", twin.Id.ToString())
            );
        var (nearest, likeness) = scene.Likenesses.DefaultIfEmpty().MaxBy(one => one.Likeness);
        var evidence = nearest is null
            ? []
            : new Evidence[]
            {
                new("nearest", $"{nearest.Id} {likeness.ToString("0.00", CultureInfo.InvariantCulture)}"),
            };
        return likeness > MostAlike
            ? Gate.Fail(
                "G6",
                $"It is {likeness:P0} the same as another draft; at most {MostAlike:P0} may be.",
                evidence
            )
            : Gate.Pass(
                "G6",
                nearest is null ? "It is the first of the campaign." : "No other draft is like it.",
                evidence
            );
    }
}
