using Atelier.Library.Characters;
using Atelier.Library.Documents;

namespace Atelier.Library.Talk.Answering;

/// <summary>All that an answer is given from.</summary>
/// <param name="Document">The character's; null for one made by hand.</param>
/// <param name="Before">What was said so far on this way, oldest first; the question comes last.</param>
internal sealed record Scene(
    Message Answer,
    Chat Chat,
    Character Character,
    Document? Document,
    Persona Persona,
    IReadOnlyList<Message> Before
)
{
    public string Question => Before.LastOrDefault(message => message.Role is MessageRole.User)?.Content ?? "";
}
