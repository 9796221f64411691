using System.Globalization;
using TipSom.Data.Encryption;
using TipSom.Web.Security;

namespace TipSom.Web.Startup;

/// <summary>Where the settings say that the master keys come from.</summary>
public static class MasterKeySources
{
    private const string NotSet =
        "TipSom:MasterKey is not set. It is 32 random bytes in base64, kept apart from the database and its backups; TipSom:Keys:Source names other places for it.";

    /// <summary>Reads the keys, and refuses to start without them.</summary>
    /// <param name="privateFolder">Where Development keeps a key of its own when nothing is set; null elsewhere.</param>
    public static MasterKeys Keys(IConfiguration configuration, string? privateFolder) => new(SourceOf(configuration, privateFolder), TimeProvider.System);

    /// <summary>Lets this portal follow its keys.</summary>
    public static IServiceCollection AddTipSomKeys(this IServiceCollection services) => services.AddHostedService<KeyWorker>();

    private static MasterKeySource SourceOf(IConfiguration configuration, string? privateFolder)
    {
        var current = configuration["TipSom:MasterKey"];
        var source = configuration["TipSom:Keys:Source"] is { Length: > 0 } named ? named : null;
        if (source is not null && !Is(source, "Environment") && current is { Length: > 0 })
            throw new MasterKeyException($"TipSom:Keys:Source is {source}, and TipSom:MasterKey is set as well. Take one of them away.");
        return source switch
        {
            null when current is not { Length: > 0 } && privateFolder is not null => PrivateFile(privateFolder),
            null => Given(configuration, current),
            _ when Is(source, "Environment") => Given(configuration, current),
            _ when Is(source, "File") => new FileKeys(Needed(configuration, "TipSom:Keys:File")),
            _ when Is(source, "Credential") => CredentialKeys.Of(
                Environment.GetEnvironmentVariable("CREDENTIALS_DIRECTORY"), configuration["TipSom:Keys:Credential"] is { Length: > 0 } name ? name : "tipsom-master-keys"),
            _ when Is(source, "Command") => new CommandKeys(
                Needed(configuration, "TipSom:Keys:Command"), configuration.GetSection("TipSom:Keys:Arguments").Get<string[]>() ?? [], Limit(configuration)),
            _ => throw new MasterKeyException("TipSom:Keys:Source is one of Environment, File, Credential and Command.")
        };
    }

    private static GivenKeys Given(IConfiguration configuration, string? current) => new(
        GivenKeys.KeyOf("TipSom:MasterKey", current is { Length: > 0 } ? current : throw new MasterKeyException(NotSet)),
        (configuration.GetSection("TipSom:EarlierMasterKeys").Get<string[]>() ?? []).Select((key, i) => GivenKeys.KeyOf($"TipSom:EarlierMasterKeys:{i}", key)));

    private static FileKeys PrivateFile(string folder)
    {
        var path = Path.Combine(folder, "keys", "master.key");
        Database.KeptKey(path);
        // A clean clone must start wherever it lies, such as on a disk of Windows, where everybody has every right. It holds invented people.
        return new FileKeys(path, "Development", UnixFileMode.None);
    }

    private static string Needed(IConfiguration configuration, string setting) => configuration[setting] is { Length: > 0 } value
        ? value
        : throw new MasterKeyException($"TipSom:Keys:Source is {configuration["TipSom:Keys:Source"]}, but {setting} is not set.");

    private static TimeSpan Limit(IConfiguration configuration) =>
        double.TryParse(configuration["TipSom:Keys:TimeoutSeconds"] ?? "10", CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= 60
            ? TimeSpan.FromSeconds(seconds)
            : throw new MasterKeyException("TipSom:Keys:TimeoutSeconds is a number of seconds up to 60.");

    private static bool Is(string source, string name) => source.Equals(name, StringComparison.OrdinalIgnoreCase);
}
