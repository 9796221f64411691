namespace TipSom.Domain.Consents;

/// <summary>What may be shared, category by category.</summary>
public enum DataCategory
{
    /// <summary>Sex, age, language, district and what is needed. Without it nothing can be sent.</summary>
    Needs,

    /// <summary>The risk to the person.</summary>
    Risk,

    /// <summary>Name, after acceptance.</summary>
    Name,

    /// <summary>Father's or husband's name, after acceptance.</summary>
    Parents,

    /// <summary>Identity number, after acceptance.</summary>
    IdentityNumber,

    /// <summary>Telephone, after acceptance.</summary>
    Phone
}
