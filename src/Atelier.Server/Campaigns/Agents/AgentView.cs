using System.ComponentModel.DataAnnotations;

namespace Atelier.Campaigns.Agents;

/// <param name="MaxOutputTokens">Of one answer.</param>
/// <param name="MaxCallsPerItem">Requests to the model for one question, repeated ones included.</param>
/// <param name="TimeoutSeconds">Of one request.</param>
public sealed record AgentLimits(
    [property: Range(50, 8000)] int MaxOutputTokens,
    [property: Range(1, 5)] int MaxCallsPerItem,
    [property: Range(5, 600)] int TimeoutSeconds
);

/// <param name="Model">What it thinks with; null without a model, when the built-in engine does its work.</param>
/// <param name="IsOwn">You changed it: the built-in one is version 1.</param>
public sealed record AgentView(
    Guid Id,
    string Role,
    string Name,
    string Goal,
    string Instructions,
    IReadOnlyList<string> Tools,
    string? Model,
    AgentLimits Limits,
    int Version,
    bool IsOwn,
    DateTimeOffset UpdatedAt
);

public sealed record AgentVersionView(
    int Version,
    string Goal,
    string Instructions,
    AgentLimits Limits,
    string? Note,
    DateTimeOffset CreatedAt
);

public sealed record AgentList(IReadOnlyList<AgentView> Items);
