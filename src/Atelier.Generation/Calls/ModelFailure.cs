namespace Atelier.Generation;

/// <summary>Why a model gave no usable answer. A value, never an exception: the job decides what to do.</summary>
/// <param name="Code">Stable: one of <see cref="FailureCodes"/>.</param>
/// <param name="Detail">A sentence for people; never holds the key.</param>
/// <param name="Retryable">True when the same call may succeed later.</param>
/// <param name="RetryAfter">What the server asked for, where it did.</param>
public sealed record ModelFailure(string Code, string Detail, bool Retryable, TimeSpan? RetryAfter = null);

public static class FailureCodes
{
    public const string Unauthorized = "unauthorized";
    public const string RateLimited = "rate_limited";
    public const string QuotaSpent = "quota_spent";
    public const string Rejected = "rejected";
    public const string Unavailable = "unavailable";
    public const string Unreachable = "unreachable";
    public const string TimedOut = "timed_out";
    public const string Resting = "resting";
    public const string CutOff = "cut_off";
    public const string Refused = "refused";
    public const string BadAnswer = "bad_answer";
    public const string BudgetSpent = "budget_spent";

    /// <summary>The model does not make what is asked; nothing was sent.</summary>
    public const string NotOffered = "not_offered";

    /// <summary>An order that may have arrived, or may not.</summary>
    public const string OutcomeUnknown = "outcome_unknown";
    public const string ClipFailed = "clip_failed";
    public const string Lost = "lost";
    public const string Gone = "gone";
}

/// <summary>What calls have cost.</summary>
public readonly record struct Usage(int Calls, long InputTokens, long OutputTokens, decimal Cost)
{
    public long Tokens => InputTokens + OutputTokens;

    public static Usage operator +(Usage a, Usage b) =>
        new(a.Calls + b.Calls, a.InputTokens + b.InputTokens, a.OutputTokens + b.OutputTokens, a.Cost + b.Cost);
}

/// <summary>Either a value or the reason there is none.</summary>
/// <param name="Repairs">How often the model was told what was wrong with its answer.</param>
/// <param name="Usage">Of this question alone, all attempts and repairs together.</param>
public sealed record ModelAnswer<T>(T? Value, ModelFailure? Failure, Usage Usage, int Repairs = 0)
    where T : class;
