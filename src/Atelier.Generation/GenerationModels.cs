namespace Atelier.Generation;

/// <summary>The models this studio has. What is null is not configured, and the built-in engine does that work.</summary>
public sealed record GenerationModels(IChatModel? Chat, IImageModel? Image);
