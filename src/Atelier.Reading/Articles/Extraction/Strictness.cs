namespace Atelier.Reading.Articles.Extraction;

/// <summary>What is done to find the main text. Whatever finds too little is given up, one after the other.</summary>
[Flags]
internal enum Strictness
{
    None = 0,

    /// <summary>Drop what its name says is beside the text.</summary>
    DropUnlikely = 1,

    /// <summary>Let names weigh.</summary>
    WeighNames = 2,

    /// <summary>Drop lists, tables and divisions that are mostly links, pictures or fields.</summary>
    Prune = 4,
    All = DropUnlikely | WeighNames | Prune,
}
