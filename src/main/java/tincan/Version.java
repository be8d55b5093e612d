package tincan;

import java.lang.module.ModuleDescriptor;
import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/// What `--version` says: the version that the build wrote into the module.
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String number = Optional.ofNullable(Version.class.getModule().getDescriptor())
                .flatMap(ModuleDescriptor::rawVersion).orElse("");
        return new String[]{("tincan " + number).strip()};
    }
}
