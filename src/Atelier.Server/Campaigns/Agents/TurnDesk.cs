using System.Text;
using System.Text.Json;
using Atelier.Campaigns.Money;
using Atelier.Campaigns.Running;
using Atelier.Generation;

namespace Atelier.Campaigns.Agents;

/// <param name="Job">The job that has the campaign; null for work that somebody asked for by hand.</param>
/// <param name="Subject">What the turn is about, for people: a title or an address.</param>
internal sealed record TurnOrder(
    Guid OwnerId,
    Guid RunId,
    Guid? CampaignId,
    Guid? Job,
    Guid? ParentSpan,
    string Role,
    string Subject
);

/// <summary>Where a turn's questions are paid for and its doings are written down.</summary>
internal sealed class TurnDesk(
    TurnOrder order,
    AgentView agent,
    IChatModel? model,
    OpenSpan span,
    Ledger ledger,
    KeptCalls kept,
    Prices prices,
    SpanLog spans,
    ModelAddress address,
    TimeProvider clock
)
{
    /// <summary>Bytes that a request has besides what is asked; no tokenizer makes more tokens than there are bytes.</summary>
    private const int Frame = 400;

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    public AgentView Agent => agent;

    public IChatModel? Model => model;

    public async Task<ModelAnswer<T>> AskAsync<T>(string key, JsonQuestion<T> question, CancellationToken cancel)
        where T : class
    {
        var before = await kept.FindAsync(order.RunId, key, cancel);
        if (before is { State: CallState.Reserved })
        {
            await ledger.ForfeitAsync(before.CallId, FailureCodes.OutcomeUnknown, Unknown.Detail, cancel);
            return new(null, Unknown, default);
        }
        if (before is { State: CallState.Unknown })
            return new(null, Unknown, default);
        if (before is { Answer: { } answer })
            return new(JsonSerializer.Deserialize<T>(answer, JsonSchemas.Json), null, before.Usage);
        if (before is { IsFinal: true })
            return new(
                null,
                new(before.FailureCode ?? FailureCodes.BadAnswer, before.Failure ?? "", Retryable: false),
                before.Usage
            );
        return await TryAsync(key, question, (before?.Attempt ?? 0) + 1, cancel);
    }

    public async Task<T> ToolAsync<T>(
        string tool,
        string subject,
        Func<CancellationToken, Task<T>> work,
        CancellationToken cancel
    )
    {
        var attributes = new Dictionary<string, object?> { [GenAi.ToolName] = tool, [GenAi.ToolType] = "function" };
        var step = await BeginAsync(GenAi.Tool, tool, subject, attributes, cancel);
        try
        {
            var result = await work(cancel);
            await spans.EndAsync(step, new SpanEnd(), CancellationToken.None);
            return result;
        }
        catch (Exception e)
        {
            await spans.EndAsync(step, new SpanEnd(ErrorOf(e)), CancellationToken.None);
            throw;
        }
    }

    public async Task EndAsync(IReadOnlyList<Verdict> verdicts, string? error)
    {
        foreach (var verdict in verdicts)
        {
            var attributes = new Dictionary<string, object?>
            {
                [GenAi.EvaluationName] = verdict.Name,
                [GenAi.EvaluationWhy] = verdict.Explanation,
            };
            var said = await BeginAsync(
                GenAi.Evaluation,
                verdict.Name,
                order.Subject,
                attributes,
                CancellationToken.None
            );
            var end = new SpanEnd(Score: verdict.Value, Label: verdict.Label);
            await spans.EndAsync(said, end, CancellationToken.None);
        }
        await spans.EndAsync(span, new SpanEnd(error), CancellationToken.None);
    }

    private static ModelFailure Unknown =>
        new(
            FailureCodes.OutcomeUnknown,
            "Nobody knows how an earlier request to the model ended. It may have been made, so it is not made again.",
            Retryable: false
        );

    private async Task<ModelAnswer<T>> TryAsync<T>(
        string key,
        JsonQuestion<T> question,
        int attempt,
        CancellationToken cancel
    )
        where T : class
    {
        var asked = question with
        {
            MaxOutputTokens = Math.Min(
                question.MaxOutputTokens ?? agent.Limits.MaxOutputTokens,
                agent.Limits.MaxOutputTokens
            ),
        };
        for (var text = asked.Text; ; attempt++)
        {
            var isLast = attempt >= agent.Limits.MaxCallsPerItem;
            var answer = await CallAsync(key, asked with { Text = text }, attempt, isLast, cancel);
            if (answer.Failure is not { } failure || isLast || !IsWorthAnother(failure))
                return answer;
            if (failure.Code == FailureCodes.BadAnswer)
                text =
                    $"{asked.Text}\n\nAn answer to this could not be used. {failure.Detail}\nAnswer with the whole JSON.";
            else if ((failure.RetryAfter ?? Pause(attempt)) is var pause && pause > TimeSpan.Zero)
                await Task.Delay(pause, clock, cancel);
        }
    }

    /// <summary>Only what certainly was not made, or was made, paid for and useless.</summary>
    private static bool IsWorthAnother(ModelFailure failure) =>
        failure.Code is FailureCodes.BadAnswer or FailureCodes.RateLimited or FailureCodes.Unavailable
        && !(failure.RetryAfter > LongestPause);

    private static TimeSpan Pause(int attempt) => TimeSpan.FromSeconds(Math.Min(1 << attempt, 15));

    private async Task<ModelAnswer<T>> CallAsync<T>(
        string key,
        JsonQuestion<T> question,
        int attempt,
        bool isLast,
        CancellationToken cancel
    )
        where T : class
    {
        var attributes = new Dictionary<string, object?>
        {
            [GenAi.Provider] = address.Provider,
            [GenAi.Server] = address.Server,
            [GenAi.RequestModel] = model!.Name,
            [GenAi.RequestMaxTokens] = question.MaxOutputTokens,
            [GenAi.OutputType] = "json",
            [GenAi.Key] = key,
            [GenAi.Attempt] = attempt,
        };
        var chat = await BeginAsync(GenAi.Chat, model.Name, order.Subject, attributes, cancel);
        var call = new CallOrder(
            order.OwnerId,
            order.CampaignId,
            order.RunId,
            order.Job,
            chat.Id,
            key,
            attempt,
            agent.Role,
            model.Name,
            await prices.OfAsync(model.Name, cancel),
            MostInput(question),
            question.MaxOutputTokens!.Value,
            TimeSpan.FromSeconds(agent.Limits.TimeoutSeconds)
        );
        Reservation? reserved;
        try
        {
            reserved = await ledger.ReserveAsync(call, cancel);
        }
        catch (Exception e)
        {
            await spans.EndAsync(chat, new SpanEnd(ErrorOf(e)), CancellationToken.None);
            throw;
        }
        if (reserved is null)
        {
            await spans.EndAsync(chat, new SpanEnd("stopped"), CancellationToken.None);
            throw new RunStoppedException();
        }
        if (reserved.Warnings.Count > 0)
            chat.Attributes[GenAi.Warnings] = string.Join(' ', reserved.Warnings);
        return await PaidAsync(question, call, reserved, chat, isLast, cancel);
    }

    private async Task<ModelAnswer<T>> PaidAsync<T>(
        JsonQuestion<T> question,
        CallOrder call,
        Reservation reserved,
        OpenSpan chat,
        bool isLast,
        CancellationToken cancel
    )
        where T : class
    {
        var began = clock.GetTimestamp();
        ModelAnswer<T> answer;
        using var patience = new CancellationTokenSource(reserved.Time, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, patience.Token);
        try
        {
            answer = await model!.AskAsync(question, new Budget(maxCalls: 1), either.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            answer = new(null, new(FailureCodes.TimedOut, "The model did not answer in time.", false), default);
        }
        catch
        {
            // Dropped in the middle, or something nobody foresaw: it may be on the bill.
            await ledger.ForfeitAsync(reserved.CallId, "dropped", "The request was dropped.", CancellationToken.None);
            await spans.EndAsync(chat, new SpanEnd("dropped", call.Model), CancellationToken.None);
            throw;
        }
        var end = EndOf(answer, call, clock.GetElapsedTime(began), isLast);
        // Whatever happens now, this is written down: the answer is paid for.
        if (end.State is CallState.Unknown)
            await ledger.ForfeitAsync(reserved.CallId, end.FailureCode!, end.Failure!, CancellationToken.None);
        else
            await ledger.SettleAsync(call, reserved, end, CancellationToken.None);
        GenAi.Measure(chat.Attributes, end.InputTokens, end.OutputTokens, end.Time, end.FailureCode);
        await spans.EndAsync(
            chat,
            new SpanEnd(end.FailureCode, call.Model, end.InputTokens, end.OutputTokens, end.Cost),
            CancellationToken.None
        );
        return answer;
    }

    private static CallEnd EndOf<T>(ModelAnswer<T> answer, CallOrder call, TimeSpan time, bool isLast)
        where T : class
    {
        var usage = answer.Usage;
        if (answer.Failure is { } failure && usage.Tokens == 0)
            return failure.Code is FailureCodes.TimedOut or FailureCodes.CutOff or FailureCodes.BadAnswer
                ? Charged(CallState.Unknown, call, time, failure)
                : new(
                    CallState.Refused,
                    isLast || !IsWorthAnother(failure),
                    0,
                    0,
                    0,
                    time,
                    FailureCode: failure.Code,
                    Failure: failure.Detail
                );
        // A server that does not say what an answer took is believed to have taken all that was set aside.
        var end =
            usage.Tokens == 0
                ? Charged(CallState.Settled, call, time, null)
                : new CallEnd(
                    CallState.Settled,
                    IsFinal: true,
                    usage.InputTokens,
                    usage.OutputTokens,
                    call.Price.Of(usage.InputTokens, usage.OutputTokens),
                    time
                );
        return answer.Failure is { } useless
            ? end with
            {
                IsFinal = isLast || !IsWorthAnother(useless),
                FailureCode = useless.Code,
                Failure = useless.Detail,
            }
            : end with
            {
                Answer = JsonSerializer.Serialize(answer.Value, JsonSchemas.Json),
            };
    }

    private static CallEnd Charged(CallState state, CallOrder call, TimeSpan time, ModelFailure? failure) =>
        new(
            state,
            IsFinal: true,
            call.MostInputTokens,
            call.MostOutputTokens,
            call.Price.Of(call.MostInputTokens, call.MostOutputTokens),
            time,
            FailureCode: failure?.Code,
            Failure: failure?.Detail
        );

    private static long MostInput<T>(JsonQuestion<T> question)
        where T : class =>
        Encoding.UTF8.GetByteCount(question.System)
        + Encoding.UTF8.GetByteCount(question.Text)
        + Encoding.UTF8.GetByteCount((question.Schema ?? JsonSchemas.Of<T>()).GetRawText())
        + Frame;

    private Task<OpenSpan> BeginAsync(
        string operation,
        string name,
        string subject,
        Dictionary<string, object?> attributes,
        CancellationToken cancel
    ) =>
        spans.BeginAsync(
            new(order.OwnerId, order.RunId, order.CampaignId),
            span.Id,
            agent,
            operation,
            name,
            subject,
            attributes,
            cancel
        );

    private static string ErrorOf(Exception e) =>
        e switch
        {
            BudgetExceededException => BudgetExceededException.Code,
            OperationCanceledException or RunStoppedException => "stopped",
            _ => e.GetType().Name,
        };
}
