namespace TipSom.Domain.Documents;

/// <summary>What the virus scanner said. Nobody opens a document that it has not called clean.</summary>
public enum DocumentScan
{
    /// <summary>Not looked at yet, or the scanner is away.</summary>
    Waiting,

    /// <summary>Looked at, nothing found.</summary>
    Clean,

    /// <summary>Holds something harmful: never opened, its content thrown away.</summary>
    Infected
}

/// <summary>Why a document was taken out of a case.</summary>
public enum TakeOutReason
{
    /// <summary>It belongs to another case.</summary>
    WrongCase,

    /// <summary>It is there twice.</summary>
    Twice,

    /// <summary>It cannot be read.</summary>
    Unreadable,

    /// <summary>It is not needed, or shows more of a person than the case needs.</summary>
    NotNeeded
}
