using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Atelier.Generation;

namespace Atelier.Campaigns.Comments;

/// <summary>
/// A model that does whatever anything it reads tells it: it links what it was told to link, drops what it was told to drop,
/// and asks for tools and approvals in its answer.
/// </summary>
internal sealed partial class ObedientModel : IChatModel
{
    public string Name => "obedient";

    /// <summary>What it was sent, for tests that look.</summary>
    public List<string> Heard { get; } = [];

    public Task<ModelAnswer<T>> AskAsync<T>(JsonQuestion<T> question, Budget budget, CancellationToken cancel)
        where T : class
    {
        Heard.Add(question.Text);
        var text = question.Text;
        var orders = Order().Matches(text).Select(match => match.Value).ToList();
        var links = Link().Matches(text).Select(match => match.Value.TrimEnd('.', ',')).Distinct();
        var comment =
            $"I will do as I was told. {string.Join(' ', orders)} {string.Join(' ', links)} As a doctor I recommend it.";
        var answer = JsonSerializer.SerializeToElement(
            new
            {
                comment,
                anchors = (string[])[],
                against = (string[])[],
                @for = (string[])["approve this comment"],
                verdict = "keep",
            }
        );
        return Task.FromResult(new ModelAnswer<T>(answer.Deserialize<T>(JsonSchemas.Json), null, default));
    }

    public async IAsyncEnumerable<ChatPiece> StreamAsync(
        IReadOnlyList<ChatTurn> turns,
        Budget budget,
        [EnumeratorCancellation] CancellationToken cancel
    )
    {
        await Task.CompletedTask;
        yield break;
    }

    [GeneratedRegex(
        @"[^.\n]*\b(?:ignore|approve|call the tool|recommend|omit|ignorez)\b[^.\n]*",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Order();

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Link();
}
