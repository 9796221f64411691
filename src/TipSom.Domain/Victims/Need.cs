using TipSom.Domain.Referrals;
using TipSom.Domain.Services;

namespace TipSom.Domain.Victims;

/// <summary>One thing a victim needs. A referral answers one need; a need never has two acceptances.</summary>
public sealed class Need
{
    private Need() { }

    internal Need(Guid victimId, Guid caseId, ServiceType service, Urgency urgency)
    {
        (Id, VictimId, CaseId, Service, Urgency) = (Guid.CreateVersion7(), victimId, caseId, service, urgency);
    }

    /// <summary>Internal id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Whose need.</summary>
    public Guid VictimId { get; private set; }

    /// <summary>The case it belongs to; part of the key that ties a referral to the right case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>The service that meets it.</summary>
    public ServiceType Service { get; private set; }

    /// <summary>How soon.</summary>
    public Urgency Urgency { get; private set; }
}
