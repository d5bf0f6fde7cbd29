using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Atelier.Campaigns.Agents;

/// <summary>
/// The names of OpenTelemetry's conventions for generative AI. They are still in development, so the version they are
/// taken from is pinned here; what is said to and by a model is never put on a span.
/// </summary>
internal static class GenAi
{
    /// <summary>Of the semantic conventions: the last that has these names in its own text.</summary>
    public const string ConventionsVersion = "1.41.1";

    public const string Name = "Atelier.Agents";

    public const string Operation = "gen_ai.operation.name";
    public const string Provider = "gen_ai.provider.name";
    public const string RequestModel = "gen_ai.request.model";
    public const string RequestMaxTokens = "gen_ai.request.max_tokens";
    public const string ResponseModel = "gen_ai.response.model";
    public const string OutputType = "gen_ai.output.type";
    public const string InputTokens = "gen_ai.usage.input_tokens";
    public const string OutputTokens = "gen_ai.usage.output_tokens";
    public const string TokenType = "gen_ai.token.type";
    public const string Conversation = "gen_ai.conversation.id";
    public const string AgentId = "gen_ai.agent.id";
    public const string AgentName = "gen_ai.agent.name";
    public const string AgentVersion = "gen_ai.agent.version";
    public const string WorkflowName = "gen_ai.workflow.name";
    public const string ToolName = "gen_ai.tool.name";
    public const string ToolType = "gen_ai.tool.type";
    public const string EvaluationName = "gen_ai.evaluation.name";
    public const string EvaluationScore = "gen_ai.evaluation.score.value";
    public const string EvaluationLabel = "gen_ai.evaluation.score.label";
    public const string EvaluationWhy = "gen_ai.evaluation.explanation";
    public const string ErrorType = "error.type";
    public const string Server = "server.address";

    // The conventions have no name for these.
    public const string Cost = "atelier.cost.usd";
    public const string Subject = "atelier.subject";
    public const string Key = "atelier.question";
    public const string Attempt = "atelier.attempt";
    public const string Warnings = "atelier.budget.warnings";

    public const string Workflow = "invoke_workflow";
    public const string Phase = "phase";
    public const string Agent = "invoke_agent";
    public const string Chat = "chat";
    public const string Tool = "execute_tool";
    public const string Evaluation = "evaluation";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<long> Tokens = Meter.CreateHistogram<long>(
        "gen_ai.client.token.usage",
        "{token}",
        "Tokens that were paid for.",
        advice: new()
        {
            HistogramBucketBoundaries =
            [
                1,
                4,
                16,
                64,
                256,
                1024,
                4096,
                16_384,
                65_536,
                262_144,
                1_048_576,
                4_194_304,
                16_777_216,
                67_108_864,
            ],
        }
    );

    private static readonly Histogram<double> Seconds = Meter.CreateHistogram(
        "gen_ai.client.operation.duration",
        "s",
        "From the request to the end of the answer.",
        advice: new InstrumentAdvice<double>
        {
            HistogramBucketBoundaries =
            [
                0.01,
                0.02,
                0.04,
                0.08,
                0.16,
                0.32,
                0.64,
                1.28,
                2.56,
                5.12,
                10.24,
                20.48,
                40.96,
                81.92,
            ],
        }
    );

    /// <summary>Null when nobody listens.</summary>
    public static Activity? Begin(
        string operation,
        string name,
        IReadOnlyDictionary<string, object?> attributes,
        DateTimeOffset at
    ) =>
        Source.StartActivity(
            operation == name ? name : $"{operation} {name}",
            operation is Chat ? ActivityKind.Client : ActivityKind.Internal,
            parentContext: default,
            attributes.Where(attribute => attribute.Value is not null),
            startTime: at
        );

    public static void Measure(
        IReadOnlyDictionary<string, object?> attributes,
        long input,
        long output,
        TimeSpan time,
        string? error
    )
    {
        var tags = new TagList
        {
            { Operation, Chat },
            { Provider, attributes.GetValueOrDefault(Provider) },
            { RequestModel, attributes.GetValueOrDefault(RequestModel) },
        };
        if (input + output > 0)
        {
            Tokens.Record(input, [.. tags, new(TokenType, "input")]);
            Tokens.Record(output, [.. tags, new(TokenType, "output")]);
        }
        if (error is not null)
            tags.Add(ErrorType, error);
        Seconds.Record(time.TotalSeconds, tags);
    }
}
