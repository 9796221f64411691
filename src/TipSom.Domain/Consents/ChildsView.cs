namespace TipSom.Domain.Consents;

/// <summary>What a child says to being referred. Others decide about consent, and the child is heard (Convention on the Rights of the Child, art. 12).</summary>
public enum ChildsView
{
    /// <summary>Was told in words a child understands, and agrees.</summary>
    Agrees,

    /// <summary>Does not agree: no guardian overrules it alone.</summary>
    Disagrees,

    /// <summary>Too young or too ill to say.</summary>
    CannotSay
}
