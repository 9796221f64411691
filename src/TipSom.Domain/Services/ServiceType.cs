namespace TipSom.Domain.Services;

/// <summary>What a person needs and a provider offers; one list for both, so that a need and a service match by name.</summary>
public enum ServiceType
{
    /// <summary>A safe place to stay.</summary>
    Shelter,

    /// <summary>Urgent medical care.</summary>
    EmergencyMedical,

    /// <summary>Psychosocial counselling.</summary>
    Counselling,

    /// <summary>Legal aid.</summary>
    LegalAid,

    /// <summary>An interpreter.</summary>
    Interpretation,

    /// <summary>Food and clothing.</summary>
    FoodAndClothing,

    /// <summary>Identity documents.</summary>
    IdentityDocuments,

    /// <summary>Finding the family.</summary>
    FamilyTracing,

    /// <summary>Return home or repatriation.</summary>
    ReturnHome,

    /// <summary>Livelihood and skills.</summary>
    Livelihood,

    /// <summary>Education.</summary>
    Education,

    /// <summary>Child care and child protection.</summary>
    ChildProtection,

    /// <summary>Drug treatment.</summary>
    DrugTreatment,

    /// <summary>Security or relocation.</summary>
    Security,

    /// <summary>Financial help.</summary>
    FinancialHelp
}
