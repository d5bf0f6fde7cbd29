using Atelier.Testing;

namespace Atelier.Language.Tests;

internal static class LanguageData
{
    public static LanguagePack Pack { get; } = LanguagePack.Load(RepositoryRoot.Packs);
}
