using System.ClientModel;
using System.Runtime.CompilerServices;
using System.Text.Json;
using OpenAI.Chat;

namespace Atelier.Generation;

/// <summary>Any server that speaks OpenAI's chat completions.</summary>
internal sealed class OpenAIChatModel(ModelOptions options, TimeProvider time) : IChatModel
{
    private const int MostRepairs = 2;

    private readonly ChatClient _client = ModelCalls.Client(options).GetChatClient(options.Model);
    private readonly ModelCalls _calls = new(options, time);

    public string Name => options.Model!;

    public async Task<ModelAnswer<T>> AskAsync<T>(JsonQuestion<T> question, Budget budget, CancellationToken cancel)
        where T : class
    {
        var schema = question.Schema ?? JsonSchemas.Of<T>();
        var settings = new ChatCompletionOptions
        {
            MaxOutputTokenCount = question.MaxOutputTokens,
            ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat(
                question.Name,
                BinaryData.FromString(schema.GetRawText()),
                null,
                true
            ),
        };
        List<ChatMessage> messages = [new SystemChatMessage(question.System), new UserChatMessage(question.Text)];
        var usage = default(Usage);
        for (var repairs = 0; ; repairs++)
        {
            var (reply, failure) = await _calls.RunAsync(
                async attempt => Text(await _client.CompleteChatAsync(messages, settings, attempt)),
                budget,
                cancel
            );
            if (reply is null)
                return new(null, failure, usage, repairs);
            var spent = UsageOf(reply.InputTokens, reply.OutputTokens);
            budget.Add(spent);
            usage += spent with { Calls = 1 };
            var (value, problems) = Read(question, schema, reply.Text);
            if (problems.Count == 0)
                return new(value, null, usage, repairs);
            if (repairs == MostRepairs || budget.IsOfOneCall)
                return new(
                    null,
                    new(
                        FailureCodes.BadAnswer,
                        $"The model's answer stayed wrong: {string.Join(' ', problems)}",
                        false
                    ),
                    usage,
                    repairs
                );
            messages.Add(new AssistantChatMessage(reply.Text.Length == 0 ? "{}" : reply.Text));
            messages.Add(
                new UserChatMessage(
                    $"That answer cannot be used:\n- {string.Join("\n- ", problems)}\nAnswer again with the whole JSON, mended."
                )
            );
        }
    }

    public async IAsyncEnumerable<ChatPiece> StreamAsync(
        IReadOnlyList<ChatTurn> turns,
        Budget budget,
        [EnumeratorCancellation] CancellationToken cancel
    )
    {
        ChatMessage[] messages = [.. turns.Select(Message)];
        // Only the start is tried again: what was shown cannot be taken back.
        var (stream, failure) = await _calls.RunAsync(
            async attempt =>
            {
                // The stream outlives the attempt, so it hangs on the caller's token and its start on the attempt's.
                var pieces = _client
                    .CompleteChatStreamingAsync(messages, cancellationToken: cancel)
                    .GetAsyncEnumerator(cancel);
                return new OpenStream(pieces, await pieces.MoveNextAsync().AsTask().WaitAsync(attempt));
            },
            budget,
            cancel
        );
        if (stream is null)
        {
            yield return new ChatPiece("", null, failure);
            yield break;
        }
        await using var open = stream.Pieces;
        var finished = false;
        Usage? usage = null;
        for (var more = stream.More; more; )
        {
            var piece = open.Current;
            finished |= piece.FinishReason is not null;
            if (piece.Usage is { } counted)
                usage = UsageOf(counted.InputTokenCount, counted.OutputTokenCount);
            foreach (var part in piece.ContentUpdate)
                if (part.Text is { Length: > 0 } text)
                    yield return new ChatPiece(text);
            try
            {
                more = await open.MoveNextAsync()
                    .AsTask()
                    .WaitAsync(TimeSpan.FromSeconds(options.TimeoutSeconds), time, cancel);
            }
            catch (Exception e)
                when (!cancel.IsCancellationRequested && (e is TimeoutException || Failures.Of(e, time) is not null))
            {
                failure =
                    Failures.Of(e, time)
                    ?? new(FailureCodes.TimedOut, "The model stopped in the middle of its answer.", true);
                more = false;
            }
        }
        if (usage is { } spent)
            budget.Add(spent);
        if (!finished)
            failure ??= new(FailureCodes.CutOff, "The model's answer broke off.", true);
        yield return new ChatPiece("", usage is { } known ? known with { Calls = 1 } : null, failure);
    }

    private sealed record OpenStream(IAsyncEnumerator<StreamingChatCompletionUpdate> Pieces, bool More);

    private sealed record Reply(string Text, int InputTokens, int OutputTokens);

    private static Reply Text(ClientResult<ChatCompletion> result)
    {
        var completion = result.Value;
        if (completion.Refusal is { Length: > 0 } || completion.FinishReason == ChatFinishReason.ContentFilter)
            throw new FailureException(new(FailureCodes.Refused, "The model refused to answer.", false));
        if (completion.FinishReason == ChatFinishReason.Length)
            throw new FailureException(new(FailureCodes.CutOff, "The model's answer was longer than allowed.", false));
        var usage = completion.Usage;
        return new(
            string.Concat(completion.Content.Select(part => part.Text)),
            usage?.InputTokenCount ?? 0,
            usage?.OutputTokenCount ?? 0
        );
    }

    private Usage UsageOf(long input, long output) =>
        new(
            0,
            input,
            output,
            (input * options.PricePerMillionInputTokens + output * options.PricePerMillionOutputTokens) / 1_000_000m
        );

    private static (T? Value, IReadOnlyList<string> Problems) Read<T>(
        JsonQuestion<T> question,
        JsonElement schema,
        string text
    )
        where T : class
    {
        try
        {
            using var json = JsonDocument.Parse(WithoutFence(text));
            if (SchemaCheck.Problems(schema, json.RootElement) is { Count: > 0 } misfits)
                return (null, misfits);
            return json.RootElement.Deserialize<T>(JsonSchemas.Json) is { } value
                ? (value, question.Check?.Invoke(value) ?? [])
                : (null, ["The answer must not be null."]);
        }
        catch (JsonException e)
        {
            return (null, [$"It is not JSON of the asked form ({e.Message})"]);
        }
    }

    /// <summary>Small models wrap JSON in a Markdown fence however they are asked.</summary>
    private static string WithoutFence(string text)
    {
        var trimmed = text.Trim();
        if (!trimmed.StartsWith("```", StringComparison.Ordinal) || !trimmed.EndsWith("```", StringComparison.Ordinal))
            return trimmed;
        var start = trimmed.IndexOf('\n', StringComparison.Ordinal);
        return start < 0 || start >= trimmed.Length - 3 ? trimmed : trimmed[start..^3];
    }

    private static ChatMessage Message(ChatTurn turn) =>
        turn.Speaker switch
        {
            Speaker.System => new SystemChatMessage(turn.Text),
            Speaker.Assistant => new AssistantChatMessage(turn.Text),
            _ => new UserChatMessage(turn.Text),
        };
}
