using System.Runtime.CompilerServices;
using Atelier.Generation;

namespace Atelier.Library.Talk;

/// <summary>A chat model that says what a test has it say, piece by piece, to the last words it was told.</summary>
internal sealed class ScriptedModel : IChatModel
{
    public string Name => "scripted";

    /// <summary>What is said to a question.</summary>
    public Func<string, CancellationToken, IAsyncEnumerable<ChatPiece>> Say { get; set; } =
        (_, cancel) => Words("Yes.", cancel);

    public Task<ModelAnswer<T>> AskAsync<T>(JsonQuestion<T> question, Budget budget, CancellationToken cancel)
        where T : class => throw new NotSupportedException();

    public async IAsyncEnumerable<ChatPiece> StreamAsync(
        IReadOnlyList<ChatTurn> turns,
        Budget budget,
        [EnumeratorCancellation] CancellationToken cancel
    )
    {
        var question = turns.Last(turn => turn.Speaker is Speaker.User).Text;
        await foreach (var piece in Say(question, cancel).WithCancellation(cancel))
            yield return piece;
    }

    /// <summary>Says words, each of which takes a moment.</summary>
    public static async IAsyncEnumerable<ChatPiece> Words(
        string text,
        [EnumeratorCancellation] CancellationToken cancel,
        TimeSpan each = default
    )
    {
        foreach (var (i, word) in text.Split(' ').Index())
        {
            if (each > TimeSpan.Zero)
                await Task.Delay(each, TimeProvider.System, cancel);
            yield return new ChatPiece(i == 0 ? word : " " + word);
        }
        yield return new ChatPiece("", new Usage(1, 10, 20, 0.01m));
    }
}
