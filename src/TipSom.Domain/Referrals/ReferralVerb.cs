namespace TipSom.Domain.Referrals;

/// <summary>What may be done to a referral that was sent.</summary>
public enum ReferralVerb
{
    /// <summary>The provider opens it; the sender sees "Seen".</summary>
    Open,

    /// <summary>The provider asks for information it needs to answer; its clock stands still.</summary>
    RequestInformation,

    /// <summary>The sender gives the information; the clock of the answer runs on.</summary>
    GiveInformation,

    /// <summary>The provider accepts and arranges the arrival.</summary>
    Accept,

    /// <summary>The provider says no, with a reason.</summary>
    Decline,

    /// <summary>The national desk finds the decline right; a service gap is counted.</summary>
    ConfirmDecline,

    /// <summary>The national desk gives a declined referral back to the provider, with a reason.</summary>
    ReturnToProvider,

    /// <summary>The sender sends the need to another provider after a decline; done by sending, never by itself.</summary>
    Reroute,

    /// <summary>The sender takes it back, with a reason.</summary>
    Withdraw,

    /// <summary>The provider proves the arrival with the one-time code.</summary>
    ConfirmArrival,

    /// <summary>The provider reports that the person did not arrive at the time agreed.</summary>
    ReportNoShow,

    /// <summary>The provider closes it with an outcome.</summary>
    Close,

    /// <summary>A supervisor of the sender voids what was entered in error.</summary>
    Void
}
