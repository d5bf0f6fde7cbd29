using System.Text.Json;

namespace Atelier.Generation;

/// <summary>A model that answers in words or in JSON.</summary>
public interface IChatModel
{
    /// <summary>The model's own name, for manifests.</summary>
    string Name { get; }

    /// <summary>
    /// Asks for JSON that fits the question's schema. The answer is checked on arrival, and the model is told what is wrong
    /// with it at most twice.
    /// </summary>
    Task<ModelAnswer<T>> AskAsync<T>(JsonQuestion<T> question, Budget budget, CancellationToken cancel)
        where T : class;

    /// <summary>Streams an answer in plain words. The last piece has the usage, or the failure that ended the stream.</summary>
    IAsyncEnumerable<ChatPiece> StreamAsync(IReadOnlyList<ChatTurn> turns, Budget budget, CancellationToken cancel);
}

/// <summary>A question whose answer is a record.</summary>
/// <param name="Name">Of the schema: letters, digits, _ and -.</param>
/// <param name="Check">What is wrong with an answer that fits the schema, as sentences for the model; empty when nothing is.</param>
/// <param name="MaxOutputTokens">Null leaves it to the server.</param>
public sealed record JsonQuestion<T>(
    string Name,
    string System,
    string Text,
    Func<T, IReadOnlyList<string>>? Check = null,
    int? MaxOutputTokens = null
)
    where T : class
{
    /// <summary>The schema the answer must fit; made from <typeparamref name="T"/> unless given.</summary>
    public JsonElement? Schema { get; init; }
}

public enum Speaker
{
    System,
    User,
    Assistant,
}

public sealed record ChatTurn(Speaker Speaker, string Text);

/// <summary>A part of a streamed answer.</summary>
public sealed record ChatPiece(string Text, Usage? Usage = null, ModelFailure? Failure = null);
