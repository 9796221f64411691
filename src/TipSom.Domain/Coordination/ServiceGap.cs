using TipSom.Domain.Referrals;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;

namespace TipSom.Domain.Coordination;

/// <summary>A need for which there was no place: a confirmed decline, or no provider that fits. Counted once for each need, by district and service.</summary>
public sealed class ServiceGap
{
    private ServiceGap() { }

    /// <summary>The need; also the key.</summary>
    public Guid NeedId { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>When it was found.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>District where the person was found.</summary>
    public string DistrictCode { get; private set; } = "";

    /// <summary>Its province.</summary>
    public string ProvinceCode { get; private set; } = "";

    /// <summary>The service that was missing.</summary>
    public ServiceType Service { get; private set; }

    /// <summary>Sex as stated.</summary>
    public Sex Sex { get; private set; }

    /// <summary>Whether the person counts as a child.</summary>
    public bool IsChild { get; private set; }

    /// <summary>How it was found.</summary>
    public UnplacedCause Cause { get; private set; }

    /// <summary>Why the provider declined, where it was a decline.</summary>
    public DeclineReason? DeclineReason { get; private set; }
}
