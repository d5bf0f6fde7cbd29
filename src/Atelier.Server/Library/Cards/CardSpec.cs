namespace Atelier.Library.Cards;

/// <summary>The three generations of character cards.</summary>
public enum CardSpec
{
    V1,
    V2,
    V3,
}

/// <summary>What a card came in.</summary>
public enum CardContainer
{
    Json,
    Png,
    Charx,

    /// <summary>A JPEG picture with a CHARX archive behind it.</summary>
    Jpeg,
}
