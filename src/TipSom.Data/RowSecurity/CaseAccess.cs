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

    /// <summary>Copy of the case's status.</summary>
    public CaseStatus Status { get; private set; }

    /// <summary>Copy of the case's last change, for the order of lists.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>The case.</summary>
    public Case Case { get; private set; } = null!;
}
