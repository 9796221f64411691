namespace TipSom.Domain.Consents;

/// <summary>What a person agreed to, each asked apart.</summary>
public enum ConsentPurpose
{
    /// <summary>To be helped by services.</summary>
    Services,

    /// <summary>That data go to the provider; what a referral rests on.</summary>
    ShareWithProvider,

    /// <summary>That data go to the police, where another agency holds the case.</summary>
    ShareWithPolice,

    /// <summary>That data without a name serve research and statistics.</summary>
    Research,

    /// <summary>To be called by telephone.</summary>
    ContactByPhone
}

/// <summary>What was read out before the answer (after the guidance on consent of HTCDS 2.0).</summary>
public enum ConsentPoint
{
    /// <summary>The person agrees to the interview.</summary>
    Interview,

    /// <summary>What the interview is for.</summary>
    Aim,

    /// <summary>How the data are used and may be used.</summary>
    Use,

    /// <summary>That data without a name may serve research.</summary>
    Research,

    /// <summary>That the person may ask for their own data at any time.</summary>
    OwnData,

    /// <summary>How long the data are kept.</summary>
    Storage,

    /// <summary>How to take the answer back.</summary>
    Withdrawal
}
