namespace Atelier.Platform.Files;

/// <summary>Which assets a module's rows name. What no module names is removed after a while.</summary>
internal interface IAssetReferences
{
    IAsyncEnumerable<string> AllAsync(CancellationToken cancel);
}
