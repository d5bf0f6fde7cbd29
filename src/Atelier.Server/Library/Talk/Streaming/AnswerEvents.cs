using System.Text.Json;
using System.Text.Json.Serialization;

namespace Atelier.Library.Talk.Streaming;

/// <summary>What a stream says. The number of an event is its <c>id</c>: 1, 2, 3 and so on without a gap.</summary>
internal static class AnswerEvents
{
    public const string Start = "start";
    public const string Retrieval = "retrieval";
    public const string Delta = "delta";
    public const string Citation = "citation";
    public const string Usage = "usage";
    public const string Error = "error";
    public const string Done = "done";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string Write<T>(T data) => JsonSerializer.Serialize(data, Json);
}

/// <param name="ParentId">The message that is answered.</param>
internal sealed record StartData(Guid MessageId, Guid? ParentId, Guid ChatId);

internal sealed record RetrievalData(IReadOnlyList<NumberedPassage> Passages);

/// <summary>To be added to the answer's text.</summary>
internal sealed record DeltaData(string Text, int Seq);

internal sealed record CitationData(int N, long? ChunkId, int? Start, int? End, int At, bool Verified);

internal sealed record UsageData(long InputTokens, long OutputTokens, decimal Cost);

/// <param name="Retryable">Asking again may help.</param>
/// <param name="Message">For the reader. The stream may go on: the book answers where a model fails.</param>
internal sealed record ErrorData(string Code, bool Retryable, string Message);

/// <param name="FinishReason">stop, stopped, failed or interrupted.</param>
internal sealed record DoneData(string FinishReason);
