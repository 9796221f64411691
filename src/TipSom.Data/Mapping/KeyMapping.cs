using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TipSom.Data.Encryption;

namespace TipSom.Data.Mapping;

internal sealed class PurposeKeyMapping : IEntityTypeConfiguration<PurposeKey>
{
    public void Configure(EntityTypeBuilder<PurposeKey> builder)
    {
        builder.ToTable("purpose_keys", TipSomDbContext.IdentitySchema);
        builder.Property(k => k.Id).ValueGeneratedNever();
        // Of two portals that make the same key at the same moment, one does.
        builder.HasIndex(k => k.Purpose).HasDatabaseName("ux_purpose_keys_purpose").IsUnique();
    }
}

internal sealed class KeyRunMapping : IEntityTypeConfiguration<KeyRun>
{
    public void Configure(EntityTypeBuilder<KeyRun> builder)
    {
        builder.ToTable("key_runs", TipSomDbContext.IdentitySchema);
        builder.Property(r => r.Id).ValueGeneratedNever();
    }
}

internal sealed class KeyUseMapping : IEntityTypeConfiguration<KeyUse>
{
    public void Configure(EntityTypeBuilder<KeyUse> builder)
    {
        builder.ToTable("key_uses", TipSomDbContext.IdentitySchema);
        builder.HasKey(u => u.PortalId);
        builder.Property(u => u.PortalId).ValueGeneratedNever();
    }
}
