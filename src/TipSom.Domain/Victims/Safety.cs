namespace TipSom.Domain.Victims;

/// <summary>Answer to "Is the person safe right now?".</summary>
public enum Safety
{
    /// <summary>Yes.</summary>
    Safe,

    /// <summary>No: the emergency clocks run.</summary>
    NotSafe,

    /// <summary>Not known.</summary>
    Unknown
}
