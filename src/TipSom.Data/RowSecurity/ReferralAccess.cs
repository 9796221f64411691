using TipSom.Domain.Referrals;

namespace TipSom.Data.RowSecurity;

/// <summary>One row for each unit that may see a referral, by side; every list of referrals and the board start here. Kept by trigger.</summary>
public sealed class ReferralAccess
{
    private ReferralAccess() { }

    /// <summary>The referral.</summary>
    public Guid ReferralId { get; private set; }

    /// <summary>The unit that may see it.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>From which side.</summary>
    public Side Side { get; private set; }

    /// <summary>Copy of the status.</summary>
    public ReferralStatus Status { get; private set; }

    /// <summary>Whether nothing more is owed under it: closed, withdrawn, or declined and followed by another referral for the need.</summary>
    public bool IsSettled { get; private set; }

    /// <summary>Copy of the moment of the last change of status.</summary>
    public DateTimeOffset StatusSince { get; private set; }

    /// <summary>Copy of the deadline.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>Copy of the moment of sending, for the order of lists.</summary>
    public DateTimeOffset SentAt { get; private set; }

    /// <summary>Copy of the province of the district, for the board's filter.</summary>
    public string ProvinceCode { get; private set; } = "";

    /// <summary>The referral.</summary>
    public Referral Referral { get; private set; } = null!;
}
