using TipSom.Domain.Cases;

namespace TipSom.Data.RowSecurity;

/// <summary>One row for each unit that may see a case; every list of cases starts here. Kept by trigger, never written by the program.</summary>
public sealed class CaseAccess
{
    private CaseAccess() { }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>The unit that may see it.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>Whether that unit may open identities.</summary>
    public bool SeesIdentity { get; private set; }

    /// <summary>Whether that unit may see who is suspected, and how the investigation stands.</summary>
    public bool SeesInvestigation { get; private set; }

    /// <summary>Whether that unit may open the documents.</summary>
    public bool SeesDocuments { get; private set; }

    /// <summary>Whether that unit may change the case; one it is shared with reads.</summary>
    public bool Works { get; private set; }

    /// <summary>When a share ends by itself; null where it does not.</summary>
    public DateTimeOffset? Until { get; private set; }

    /// <summary>Copy of the case's status.</summary>
    public CaseStatus Status { get; private set; }

    /// <summary>Copy of the case's last change, for the order of lists.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>The case.</summary>
    public Case Case { get; private set; } = null!;
}
