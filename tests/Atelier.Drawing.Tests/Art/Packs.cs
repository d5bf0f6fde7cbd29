using Atelier.Drawing.Art;
using Atelier.Testing;

namespace Atelier.Drawing.Tests.Art;

internal static class Packs
{
    public static ArtPack Art { get; } = ArtPack.Load(RepositoryRoot.Packs);
}
