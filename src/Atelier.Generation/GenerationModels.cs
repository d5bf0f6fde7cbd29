namespace Atelier.Generation;

/// <summary>The models this studio has. What is null is not configured, and the built-in engine does that work.</summary>
public sealed record GenerationModels(IChatModel? Chat, IImageModel? Image)
{
    public ISpeechModel? Speech { get; init; }

    public IVideoModel? Video { get; init; }

    public BudgetOptions PerJob { get; init; } = new();

    /// <summary>What a job that starts now may spend.</summary>
    public Budget NewBudget() => new(PerJob.Calls, PerJob.Tokens, PerJob.Cost ?? decimal.MaxValue);
}
