using System.Collections.Concurrent;
using Atelier.Generation;

namespace Atelier.Campaigns.Agents;

/// <summary>What an agent said of something it looked at.</summary>
internal sealed record Verdict(string Name, double Value, string Label, string? Explanation);

/// <summary>
/// One agent at work on one thing. Everything it asks of a model or does with a tool goes through here: it is paid for
/// from the books, written down as a span, and remembered, so that a run which goes on after a crash is told the same.
/// </summary>
internal sealed class AgentTurn : IAsyncDisposable
{
    private readonly IChatModel? _model;
    private readonly TurnDesk? _desk;
    private readonly ConcurrentQueue<Verdict> _verdicts = [];
    private string? _error;

    private AgentTurn(AgentView agent, IChatModel? model, TurnDesk? desk) =>
        (Agent, _model, _desk) = (agent, model, desk);

    /// <summary>False: the built-in engine does the work.</summary>
    public bool HasModel => _model is not null;

    public AgentView Agent { get; }

    /// <summary>Verdicts that are not written down yet, oldest first.</summary>
    public IReadOnlyCollection<Verdict> Verdicts => _verdicts;

    public static AgentTurn At(TurnDesk desk) => new(desk.Agent, desk.Model, desk);

    /// <summary>Without a run, books or timeline.</summary>
    public static AgentTurn Alone(AgentView agent, IChatModel? model) => new(agent, model, null);

    /// <summary>Asks the model, once: the answer to the same key of the same run is kept and given again.</summary>
    /// <param name="key">Names the question within the run: <c>write 0198… 2</c>.</param>
    /// <returns>
    /// The answer, or why there is none. <see cref="FailureCodes.OutcomeUnknown"/>: a call whose end nobody knows is not made
    /// again.
    /// </returns>
    /// <exception cref="Money.BudgetExceededException">A hard cap leaves no room.</exception>
    /// <exception cref="Running.RunStoppedException">The campaign is to stand still.</exception>
    public Task<ModelAnswer<T>> AskAsync<T>(string key, JsonQuestion<T> question, CancellationToken cancel)
        where T : class =>
        _model is null
            ? Task.FromResult(
                new ModelAnswer<T>(
                    null,
                    new(FailureCodes.NotOffered, "No model is configured.", Retryable: false),
                    default
                )
            )
        : _desk is null ? _model.AskAsync(question, new Budget(maxCalls: 1), cancel)
        : _desk.AskAsync(key, question, cancel);

    /// <summary>Does something with a tool, as a step of the timeline.</summary>
    public Task<T> ToolAsync<T>(
        string tool,
        string subject,
        Func<CancellationToken, Task<T>> work,
        CancellationToken cancel
    ) => _desk is null ? work(cancel) : _desk.ToolAsync(tool, subject, work, cancel);

    /// <summary>Says how good something is; written down when the turn ends.</summary>
    public void Evaluation(string name, double value, string label, string? explanation) =>
        _verdicts.Enqueue(new(name, value, label, explanation));

    /// <summary>The turn came to nothing.</summary>
    public void Fail(string error) => _error = error;

    public async ValueTask DisposeAsync()
    {
        if (_desk is not null)
            await _desk.EndAsync([.. _verdicts], _error);
    }
}
