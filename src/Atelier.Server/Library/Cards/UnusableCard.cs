using System.Diagnostics.CodeAnalysis;
using Atelier.Platform.Errors;

namespace Atelier.Library.Cards;

/// <summary>Ends the reading of a card that is refused. Never leaves <see cref="CardReader"/>, which makes it a value.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "Reads as what it says: throw new UnusableCard(...).")]
internal sealed class UnusableCard(string code, string detail) : Exception(detail)
{
    public Problem Problem => Problem.Unusable(code, Message);
}
