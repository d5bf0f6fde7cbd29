namespace Atelier.Campaigns.Running;

public enum SpanStatus
{
    Running,
    Ok,
    Error,
}

/// <summary>A step of the timeline.</summary>
/// <param name="Seq">Counts up; ask for what came after one.</param>
/// <param name="Operation">invoke_workflow, phase, invoke_agent, chat, execute_tool or evaluation.</param>
/// <param name="Agent">The agent's role.</param>
/// <param name="CostUsd">What a call to a model cost, at the price of that moment.</param>
/// <param name="Score">Of an evaluation.</param>
public sealed record SpanView(
    Guid Id,
    long Seq,
    Guid? ParentId,
    string Operation,
    string Name,
    string? Agent,
    int? AgentVersion,
    string? Subject,
    SpanStatus Status,
    string? ErrorType,
    string? Model,
    long? InputTokens,
    long? OutputTokens,
    decimal? CostUsd,
    double? Score,
    string? Label,
    DateTimeOffset StartedAt,
    DateTimeOffset? EndedAt,
    int? Milliseconds
);

/// <param name="Key">The question within its run.</param>
/// <param name="State">reserved, settled, refused, or unknown: charged as reserved, and never made again.</param>
public sealed record CallView(
    Guid Id,
    string Key,
    int Attempt,
    string State,
    string Model,
    decimal InputPricePerMillion,
    decimal OutputPricePerMillion,
    long ReservedTokens,
    decimal ReservedUsd,
    long InputTokens,
    long OutputTokens,
    decimal CostUsd,
    int Milliseconds,
    string? FailureCode,
    DateTimeOffset At,
    DateTimeOffset? SettledAt
);

public sealed record SpanFact(string Name, string Value);

/// <param name="Attributes">By the names of OpenTelemetry's conventions; without what was said.</param>
public sealed record SpanDetail(
    SpanView Span,
    IReadOnlyList<SpanFact> Attributes,
    CallView? Call,
    IReadOnlyList<SpanView> Children
);
