namespace TipSom.Domain.Referrals;

/// <summary>Where a referral stands.</summary>
public enum ReferralStatus
{
    /// <summary>On its way; the provider has not opened it.</summary>
    Sent,

    /// <summary>Opened by the provider; an answer is owed.</summary>
    Seen,

    /// <summary>The provider asked something and cannot answer before it is told; the clock of the answer stands still.</summary>
    InformationRequested,

    /// <summary>Accepted; the person is to arrive at the time agreed.</summary>
    Accepted,

    /// <summary>The person arrived, proved by the one-time code.</summary>
    InCare,

    /// <summary>Care came to an end, or the person did not arrive, with an outcome. Final.</summary>
    Closed,

    /// <summary>The provider said no, with a reason; the sender chooses another provider and the national desk reviews the decline.</summary>
    Declined,

    /// <summary>The national desk found the decline right: a gap in the service is counted, and the desk looks for a place.</summary>
    DeclineConfirmed,

    /// <summary>Declined, and the need was sent to another provider by a further referral that names this one. Final.</summary>
    Rerouted,

    /// <summary>Taken back by the sender, with a reason, or given way to another provider that accepted first. Final.</summary>
    Withdrawn,

    /// <summary>Entered in error. Final.</summary>
    Voided
}
