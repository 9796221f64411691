namespace TipSom.Data.Mapping;

/// <summary>Enums are stored by name, so the database refuses a name the code does not know.</summary>
internal static class EnumText
{
    /// <summary>SQL of a check constraint: the column holds one of the enum's names.</summary>
    public static string OneOf<TEnum>(string column)
        where TEnum : struct, Enum =>
        $"{column} in ({string.Join(", ", Enum.GetNames<TEnum>().Select(name => $"'{name}'"))})";
}
