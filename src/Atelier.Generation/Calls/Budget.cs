namespace Atelier.Generation;

/// <summary>What one job may spend on models, over all its calls. Safe for many threads.</summary>
/// <param name="maxCalls">Requests sent, repeated attempts included.</param>
/// <param name="maxTokens">Tokens in and out; checked before a call, so the last one may pass it.</param>
/// <param name="maxCost">In the currency of the configured prices.</param>
public sealed class Budget(
    int maxCalls = int.MaxValue,
    long maxTokens = long.MaxValue,
    decimal maxCost = decimal.MaxValue
)
{
    private readonly Lock _gate = new();
    private Usage _spent;

    /// <summary>There is nothing to try again with: the one attempt's failure is the answer.</summary>
    internal bool IsOfOneCall => maxCalls == 1;

    public Usage Spent
    {
        get
        {
            lock (_gate)
                return _spent;
        }
    }

    /// <param name="cost">What the call will cost, where that is known before.</param>
    internal ModelFailure? TakeCall(decimal cost = 0)
    {
        lock (_gate)
        {
            var over =
                _spent.Calls >= maxCalls ? $"{maxCalls} calls"
                : _spent.Tokens >= maxTokens ? $"{maxTokens} tokens"
                : _spent.Cost >= maxCost || cost > maxCost - _spent.Cost ? $"a cost of {maxCost}"
                : null;
            if (over is not null)
                return new ModelFailure(
                    FailureCodes.BudgetSpent,
                    $"The job's budget of {over} is spent.",
                    Retryable: false
                );
            _spent += new Usage(1, 0, 0, 0);
            return null;
        }
    }

    internal void Add(Usage usage)
    {
        lock (_gate)
            _spent += usage;
    }
}
