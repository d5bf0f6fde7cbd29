namespace Atelier.Platform.Files;

/// <summary>A stored file: its content's SHA-256 in lower-case hex is its address.</summary>
/// <param name="MediaType">Kept by whoever refers to the asset; the store itself knows bytes only.</param>
internal sealed record Asset(string Sha256, long Length, string MediaType);
