using Atelier.Generation;
using Atelier.Testing.Models;

namespace Atelier.Campaigns;

internal sealed record WordAnswer(string Word);

/// <summary>The least that can be asked of a model, and its answers.</summary>
internal static class CampaignQuestions
{
    public static JsonQuestion<WordAnswer> Word { get; } = new("word", "Say a word.", "Any word.");

    public static FakeReply Bread { get; } = FakeReply.Text("""{"word":"bread"}""");
}
